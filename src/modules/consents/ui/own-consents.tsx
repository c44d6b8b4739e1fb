import { Button } from '#ui/button.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { dayWords } from './day-words.ts'
import { consentWords } from './words/consent-words.ts'

/** A document with what its reader last said. */
export type OwnConsent = {
  documentId: string
  title: string
  href: string
  isRequired: boolean
  last: { answer: 'agreed' | 'declined' | 'withdrawn'; number: number; at: string } | null
}

/** What somebody agreed to at a school; what is optional they can take back, or give after all. */
export function OwnConsents({ consents, zone, locale }: { consents: readonly OwnConsent[]; zone: string; locale: string }) {
  const words = consentWords()
  if (consents.length === 0) return null
  return (
    <section aria-labelledby="consents-title" className="mb-11">
      <h2 id="consents-title" className="text-base font-semibold">
        {words.ownTitle}
      </h2>
      <p className="mb-3 mt-1 text-[0.9375rem] text-ink-2">{words.ownText}</p>
      <Rows label={words.ownTitle}>
        {consents.map((consent) => (
          <Row
            key={consent.documentId}
            title={
              <a href={consent.href} className="link">
                {consent.title}
              </a>
            }
            text={
              <>
                <span className="block">{stateWords(consent, zone, locale)}</span>
                {consent.isRequired ? <span className="block text-ink-3">{words.required}</span> : null}
              </>
            }
            end={consent.isRequired ? null : <ChangeForm {...consent} />}
          />
        ))}
      </Rows>
    </section>
  )
}

function ChangeForm({ documentId, title, last }: OwnConsent) {
  const words = consentWords()
  const isAgreed = last?.answer === 'agreed'
  return (
    <form method="post">
      <input type="hidden" name="id" value={documentId} />
      <Button type="submit" size="sm" name="intent" value={isAgreed ? 'take-back' : 'agree'} aria-label={`${isAgreed ? words.takeBack : words.agree}: ${title}`}>
        {isAgreed ? words.takeBack : words.agree}
      </Button>
    </form>
  )
}

function stateWords({ last }: OwnConsent, zone: string, locale: string): string {
  const words = consentWords()
  if (last === null) return words.stateOpen
  const day = dayWords(last.at, zone, locale)
  if (last.answer === 'agreed') return words.stateAgreed(last.number, day)
  return last.answer === 'declined' ? words.stateDeclined(day) : words.stateWithdrawn(day)
}
