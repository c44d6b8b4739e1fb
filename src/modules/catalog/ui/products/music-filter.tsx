import { Button, ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { productWords } from '../words/product-words.ts'
import { keyInWords } from './music-facts.ts'

export type MusicFilterView = { bpmFrom: number | null; bpmTo: number | null; key: string | null; tag: string | null }

type MusicFilterFormProps = { filter: MusicFilterView; choices: { keys: readonly string[]; tags: readonly string[] }; isFiltered: boolean; href: string }

/** How somebody who makes music looks for it: tempo, key, tag. A form that asks by its address and needs no script. */
export function MusicFilterForm({ filter, choices, isFiltered, href }: MusicFilterFormProps) {
  const words = productWords()
  const any = { value: '', label: words.any }
  return (
    <form method="get" action={href} role="search" aria-label={words.findMusic} className="mt-6 flex flex-wrap items-end gap-x-3 gap-y-3 border-y py-4">
      <TextField name="bpm-from" label={words.bpmFrom} inputMode="numeric" maxLength={3} defaultValue={filter.bpmFrom ?? ''} className="w-24" />
      <TextField name="bpm-to" label={words.bpmTo} inputMode="numeric" maxLength={3} defaultValue={filter.bpmTo ?? ''} className="w-24" />
      <SelectField name="key" label={words.musicalKey} options={[any, ...choices.keys.map((key) => ({ value: key, label: keyInWords(key) }))]} defaultValue={filter.key ?? ''} className="w-36 max-sm:flex-1" />
      {choices.tags.length > 0 ? <SelectField name="tag" label={words.tag} options={[any, ...choices.tags.map((tag) => ({ value: tag, label: tag }))]} defaultValue={filter.tag ?? ''} className="w-40 max-sm:flex-1" /> : null}
      <div className="flex gap-2 max-sm:w-full">
        <Button type="submit" className="max-sm:flex-1">{words.show}</Button>
        {isFiltered ? <ButtonLink variant="quiet" href={href}>{words.showAll}</ButtonLink> : null}
      </div>
    </form>
  )
}
