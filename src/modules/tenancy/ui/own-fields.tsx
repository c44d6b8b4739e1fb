import { Button } from '#ui/button.tsx'
import { shownWords, type CustomField } from '../fields/field.schema.ts'
import { CustomFieldInputs } from './custom-field-inputs.tsx'
import { customFieldWords } from './words/custom-field-words.ts'

type Filled = CustomField & { words: readonly string[]; mayChange: boolean }

type OwnFieldsProps = { fields: readonly Filled[]; locale: string; values: Record<string, string> | undefined; errors: Record<string, string> }

/** What a school asks of somebody, on their own page: what they may change as a form, the rest to read. */
export function OwnFields({ fields, locale, values, errors }: OwnFieldsProps) {
  const words = customFieldWords()
  if (fields.length === 0) return null
  const own = fields.filter(({ mayChange }) => mayChange)
  return (
    <section aria-labelledby="fields-title" className="mb-11">
      <h2 id="fields-title" className="text-base font-semibold">
        {words.ownTitle}
      </h2>
      <p className="mb-4 mt-1 text-[0.9375rem] text-ink-2">{words.ownTexts[own.length === 0 ? 'none' : own.length === fields.length ? 'all' : 'some']}</p>
      <FieldFacts fields={fields.filter(({ mayChange }) => !mayChange)} locale={locale} />
      {own.length === 0 ? null : (
        <form method="post" noValidate className="mt-5 grid gap-5">
          <CustomFieldInputs fields={own} values={values} errors={errors} />
          <Button type="submit" name="intent" value="save-details" className="justify-self-start">
            {words.saveDetails}
          </Button>
        </form>
      )}
    </section>
  )
}

/** What fields hold, to read. */
export function FieldFacts({ fields, locale }: { fields: readonly (CustomField & { words: readonly string[] })[]; locale: string }) {
  if (fields.length === 0) return null
  return (
    <dl className="divide-y border-y">
      {fields.map((field) => (
        <div key={field.id} className="grid gap-x-6 py-2.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="text-sm text-ink-3">{field.label}</dt>
          <dd className="whitespace-pre-line wrap-anywhere">{field.words.length > 0 ? shownWords(field, field.words, locale) : <span className="text-ink-3">{customFieldWords().nothing}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
