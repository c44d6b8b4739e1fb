import { SectionHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { figure } from './figures.ts'
import { Instant } from './instant.tsx'
import { StateChip } from './state-chip.tsx'
import { isAwaiting, reasonWord } from './state-words.ts'
import { inboxWords } from './words/inbox-words.ts'

export interface ErrorKindView {
  kind: string
  status: string
  providers: readonly string[]
  types: readonly string[]
  count: number
  lastAt: string
}

/** Why events are open, each reason once with its number, and the way to them. */
export function ErrorKinds({ kinds }: { kinds: readonly ErrorKindView[] }) {
  const words = inboxWords()
  if (kinds.length === 0) return null

  return (
    <section aria-labelledby="kinds-title" className="mb-9 mt-4">
      <SectionHeader title={<span id="kinds-title">{words.whyOpen}</span>} />
      <Rows label={words.reasons}>
        {kinds.map((one) => (
          <Row
            key={`${one.kind} ${one.status}`}
            href={addressOf(one)}
            title={<span className="wrap-anywhere">{reasonWord(one.kind)}</span>}
            text={
              <>
                <span className="block truncate">{[...one.providers, ...one.types].join(' · ')}</span>
                <span className="block">
                  {words.last} <Instant iso={one.lastAt} />
                </span>
              </>
            }
            end={
              <>
                <StateChip status={one.status} waitingOn={isWaiting(one) ? one.kind : null} />
                <span className="min-w-7 text-right font-semibold sm:min-w-10">{figure(one.count)}</span>
              </>
            }
          />
        ))}
      </Rows>
    </section>
  )
}

/** As narrow as a reason is: to its provider and its type, where it has one of them. */
function addressOf(one: ErrorKindView): string {
  const [provider = '', type = ''] = [one.providers.length === 1 ? one.providers[0] : '', one.types.length === 1 ? one.types[0] : '']
  return `/operator/inbox?${new URLSearchParams({ status: isWaiting(one) ? 'waiting' : one.status, ...(provider ? { provider } : {}), ...(type ? { type } : {}) })}`
}

function isWaiting({ kind, status }: ErrorKindView): boolean {
  return status === 'pending' && isAwaiting(kind)
}
