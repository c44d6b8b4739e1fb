import { SlidersHorizontal } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { inboxWords } from './words/inbox-words.ts'

type InboxFilterFormProps = {
  /** What was asked for, by the names of the fields. */
  values: Record<string, string>
  faults: Record<string, string>
  providers: readonly string[]
}

/** Narrows the inbox. It asks by its address, so that what was found can be sent to somebody. */
export function InboxFilterForm({ values, faults, providers }: InboxFilterFormProps) {
  const words = inboxWords()
  const narrowing = ['provider', 'type', 'since', 'until']
  const chosen = narrowing.map((name) => sayChosen(name, values[name] ?? '')).filter(Boolean)
  return (
    <form method="get" action="/operator/inbox" role="search" className="mt-5">
      <input type="hidden" name="status" value={values.status ?? ''} />
      <div className="flex items-end gap-2.5">
        <TextField
          name="text"
          type="search"
          label={words.personOrEvent}
          placeholder={words.personHint}
          defaultValue={values.text}
          error={faults.text}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="min-w-0 flex-1 sm:max-w-md"
        />
        <Button type="submit">{words.search}</Button>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-6">
        <details open={narrowing.some((name) => name in faults)} className="min-w-0 open:basis-full">
          <summary className="touch inline-flex min-h-11 cursor-pointer items-center gap-2 text-sm text-ink-2 hover:text-ink">
            <Icon of={SlidersHorizontal} size="sm" />
            <span className="min-w-0 wrap-anywhere">{chosen.length === 0 ? words.narrow : chosen.join(' · ')}</span>
          </summary>
          <div className="grid gap-4 pb-2 pt-1 sm:grid-cols-2 lg:grid-cols-4">
            <SelectField name="provider" label={words.provider} defaultValue={values.provider} error={faults.provider} options={[{ value: '', label: words.any }, ...providers.map((name) => ({ value: name, label: name }))]} />
            <TextField name="type" label={words.type} placeholder="user.created" defaultValue={values.type} error={faults.type} maxLength={120} autoComplete="off" />
            <TextField name="since" type="datetime-local" step={1} label={words.fromUtc} defaultValue={values.since} error={faults.since} />
            <TextField name="until" type="datetime-local" step={1} label={words.toUtc} defaultValue={values.until} error={faults.until} />
          </div>
        </details>
        {Object.entries(values).some(([name, value]) => name !== 'status' && value !== '') ? (
          <a href="/operator/inbox" className="touch inline-flex min-h-11 items-center text-sm text-ink-2 underline underline-offset-2 hover:text-ink">
            {words.clear}
          </a>
        ) : null}
      </div>
    </form>
  )
}

/** What narrows the list, as it is said while its fields are folded away. */
function sayChosen(name: string, value: string): string {
  if (value === '') return ''
  const time = value.replace('T', ' ')
  return name === 'since' ? inboxWords().from(time) : name === 'until' ? inboxWords().until(time) : value
}
