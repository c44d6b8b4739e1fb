import { SectionHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Instant } from './instant.tsx'
import { StateChip } from './state-chip.tsx'

export interface ErrorKindView {
  kind: string
  status: string
  provider: string
  type: string
  count: number
  lastAt: string
}

/** Why events are open, each reason once with its number, and the way to them. */
export function ErrorKinds({ kinds }: { kinds: readonly ErrorKindView[] }) {
  if (kinds.length === 0) return null

  return (
    <section aria-labelledby="kinds-title" className="mb-9 mt-4">
      <SectionHeader title={<span id="kinds-title">Why they are open</span>} />
      <Rows label="Reasons">
        {kinds.map((one) => {
          const isWaiting = one.kind.startsWith('Waits for')
          const address = new URLSearchParams({ status: isWaiting && one.status === 'pending' ? 'waiting' : one.status, provider: one.provider, type: one.type })
          return (
            <Row
              key={`${one.kind} ${one.status} ${one.provider} ${one.type}`}
              href={`/operator/inbox?${address}`}
              title={<span className="wrap-anywhere">{one.kind}</span>}
              text={
                <span className="wrap-anywhere">
                  {one.provider} · {one.type} · last <Instant iso={one.lastAt} />
                </span>
              }
              end={
                <>
                  <StateChip status={one.status} waitingOn={isWaiting ? one.kind : null} />
                  <span className="min-w-10 text-right font-semibold">{one.count.toLocaleString('en')}</span>
                </>
              }
            />
          )
        })}
      </Rows>
    </section>
  )
}
