import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { peopleWords } from '../../words/people-words.ts'

/** Asks by the page's address for a part of a name. */
export function SearchForm({ label, search }: { label: string; search: string }) {
  return (
    <form method="get" role="search" className="mt-6 flex items-end gap-2.5">
      <TextField label={<span className="sr-only">{label}</span>} name="search" type="search" placeholder={label} defaultValue={search} className="min-w-0 flex-1 sm:max-w-72" />
      <Button type="submit">{peopleWords().search}</Button>
    </form>
  )
}
