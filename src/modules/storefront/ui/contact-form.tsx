import { Button } from '#ui/button.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FormFaultsView } from './views.schema.ts'
import { contactWords } from './words/contact-words.ts'

type ContactFormProps = { action: string; schoolName: string; faults?: FormFaultsView; /** The first field with a fault gets the focus. */ focusOn?: string }

/** Name, address, message. A plain form: it works without script. */
export function ContactForm({ action, schoolName, faults, focusOn }: ContactFormProps) {
  const words = contactWords()
  const field = (name: string) => ({ name, defaultValue: faults?.values[name], error: faults?.fieldErrors[name], ...(focusOn === name ? { autoFocus: true } : {}) })
  return (
    <form method="post" action={action} noValidate className="grid gap-5">
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <TextField label={words.yourName} {...field('name')} autoComplete="name" required maxLength={120} />
        <TextField label={words.yourAddress} type="email" {...field('email')} autoComplete="email" required maxLength={254} />
      </div>
      <TextareaField label={words.message} {...field('message')} rows={5} required maxLength={4000} />
      {/* For programs that fill in whatever they find: nobody sees it, reaches it or hears it read. */}
      <div aria-hidden="true" className="sr-only">
        <label>
          {words.leaveEmpty}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button type="submit" variant="main">
          {words.send}
        </Button>
        <p className="min-w-0 flex-1 basis-56 text-sm text-ink-2">{words.goesTo(schoolName)}</p>
      </div>
    </form>
  )
}
