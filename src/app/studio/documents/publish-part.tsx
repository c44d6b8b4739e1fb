import { daysToAgree } from '#modules/consents/documents/document.schema.ts'
import { Button } from '#ui/button.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import type { FormFaults } from '../../respond.ts'
import { documentWords } from '../../words/document-words.ts'

type PublishPartProps = {
  isFirst: boolean
  /** Which version it becomes. */
  number: number
  isAsked: boolean
  /** How many people will be asked. */
  concerned: number
  faults: FormFaults | undefined
}

/** Makes the draft a version; says before whom it concerns. */
export function PublishPart({ isFirst, number, isAsked, concerned, faults }: PublishPartProps) {
  const words = documentWords()
  const values: Partial<Record<string, string>> = faults?.values ?? {}
  const fieldErrors: Partial<Record<string, string>> = faults?.fieldErrors ?? {}
  const whom = isFirst ? words.publishFirst(concerned) : words.publishAgain(concerned)
  return (
    <section aria-labelledby="publish-title" className="mt-7 max-w-[680px] rounded-lg border px-5 py-5 sm:px-6">
      <SectionHeader title={<span id="publish-title">{words.publishTitle}</span>} />
      <p className="text-[0.9375rem] text-ink-2">
        {isAsked ? whom : words.publishShown} {words.forever}
      </p>
      <form method="post" noValidate className="mt-5 grid gap-5">
        {isFirst ? null : <TextareaField label={words.changeNote} hint={words.changeNoteHint} name="changeNote" rows={3} maxLength={500} defaultValue={values.changeNote} error={fieldErrors.changeNote} optional />}
        {isAsked ? (
          <SelectField label={words.days} name="days" defaultValue={values.days ?? '14'} error={fieldErrors.days} options={daysToAgree.map((value) => ({ value, label: words.daysChoices[value] }))} />
        ) : (
          <input type="hidden" name="days" value="0" />
        )}
        <div className="flex flex-wrap items-center gap-2.5">
          <Button type="submit" variant="main" name="intent" value="publish">
            {isFirst ? words.publish : words.publishNumber(number)}
          </Button>
          <Button type="submit" variant="quiet" name="intent" value="discard">
            {words.discard}
          </Button>
        </div>
      </form>
    </section>
  )
}
