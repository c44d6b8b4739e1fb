import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { installationWords } from './words/installation-words.ts'

/** Leads to everything the inbox has about somebody: what an operator is called at night for. */
export function FindForm({ className }: { className?: string }) {
  const words = installationWords()
  return (
    <form method="get" action="/operator/inbox" role="search" className={className}>
      <div className="flex items-end gap-2.5">
        <TextField name="text" type="search" label={words.isSomebodyMissing} placeholder={words.idOrAddress} maxLength={200} autoComplete="off" autoCapitalize="none" spellCheck={false} className="min-w-0 flex-1 sm:max-w-md" />
        <Button type="submit">{words.find}</Button>
      </div>
    </form>
  )
}
