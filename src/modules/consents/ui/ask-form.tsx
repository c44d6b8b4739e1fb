import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Prose } from '#ui/prose.tsx'
import { dayWords } from './day-words.ts'
import { consentWords } from './words/consent-words.ts'

/** A document as the page shows it that asks. */
export type AskedView = {
  documentId: string
  /** Name and value of its box. */
  box: string
  versionId: string
  number: number
  title: string
  bodyHtml: string
  changeNote: string
  publishedAt: string
  isRequired: boolean
  /** They agreed to an older version. */
  hasChanged: boolean
  /** Until when it can be put off; null where it cannot. */
  waitsUntil: string | null
}

type AskFormProps = {
  documents: readonly AskedView[]
  canWait: boolean
  next: string
  zone: string
  locale: string
  ticked: Record<string, string>
  errors: Record<string, string>
}

/** The texts one under the other, a box under each, and one button for all. */
export function AskForm({ documents, canWait, next, zone, locale, ticked, errors }: AskFormProps) {
  const words = consentWords()
  return (
    <form method="post" noValidate className="grid gap-10">
      <input type="hidden" name="next" value={next} />
      {documents.map((document) => (
        <section key={document.documentId} aria-labelledby={`title-${document.documentId}`}>
          <h2 id={`title-${document.documentId}`} className="text-lg font-semibold">
            {document.title}
          </h2>
          <p className="mt-0.5 text-sm text-ink-3">
            {words.version(document.number)}, {words.publishedOn(dayWords(document.publishedAt, zone, locale))}
          </p>
          {document.hasChanged && document.changeNote ? (
            <div className="mt-4 rounded-md bg-sunken px-4 py-3.5">
              <p className="font-medium">{words.whatChanged}</p>
              <p className="mt-0.5 whitespace-pre-line text-[0.9375rem] text-ink-2">{document.changeNote}</p>
            </div>
          ) : null}
          <div className="mt-4 rounded-md border bg-raised px-5 py-4 sm:px-7 sm:py-6">
            <Prose html={document.bodyHtml} className="text-[0.9375rem] [&>:first-child]:mt-0" />
          </div>
          <CheckboxField
            className="mt-2"
            name={document.box}
            value={document.versionId}
            defaultChecked={ticked[document.box] === document.versionId}
            label={document.isRequired ? words.agreeTo(document.title) : words.agreeOptional(document.title)}
            hint={document.isRequired ? (document.waitsUntil ? words.waitsUntil(dayWords(document.waitsUntil, zone, locale)) : undefined) : words.optionalHint}
            error={errors[document.box]}
          />
        </section>
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t pt-6">
        <Button type="submit" variant="main" size="lg" name="intent" value="answer">
          {documents.some(({ isRequired }) => isRequired) ? words.agreeAndGoOn : words.save}
        </Button>
        {canWait ? (
          <Button type="submit" size="lg" name="intent" value="later">
            {words.notNow}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
