import { Chip } from '#ui/chip.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { dayWords } from './day-words.ts'
import { consentWords } from './words/consent-words.ts'

/** One answer of a person. */
export type PersonAnswer = { documentId: string; title: string; number: number; answer: 'agreed' | 'declined' | 'withdrawn'; moment: 'entry' | 'checkout' | 'account'; at: string }

/** What one of the school's people answered, the newest first: whether a picture of them may be shown is read here. */
export function PersonConsents({ answers, zone, locale }: { answers: readonly PersonAnswer[]; zone: string; locale: string }) {
  const words = consentWords()
  if (answers.length === 0) return null
  const said = { agreed: words.agreedShort, declined: words.declinedShort, withdrawn: words.withdrawnShort }
  return (
    <section className="mt-12 border-t pt-6">
      <SectionHeader title={words.personTitle} />
      <Rows label={words.personTitle}>
        {answers.map(({ documentId, title, number, answer, moment, at }) => (
          <Row
            key={`${documentId}-${at}`}
            title={title}
            text={[words.version(number), dayWords(at, zone, locale), words.moments[moment]].join(' · ')}
            end={<Chip tone={answer === 'agreed' ? 'good' : 'warn'}>{said[answer]}</Chip>}
          />
        ))}
      </Rows>
    </section>
  )
}
