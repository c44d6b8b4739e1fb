import { ProgressBar } from '#ui/progress-bar.tsx'
import { figure } from './figures.ts'
import { walkWords } from './words/walk-words.ts'

type Kind = 'user' | 'organization' | 'membership'

type RunProgressProps = {
  phase: string
  progress: Record<Kind, { walked: number; total: number | null }>
  isRunning: boolean
}

const listPhases: Record<string, Kind> = { 'recent-users': 'user', users: 'user', organizations: 'organization', memberships: 'membership' }
const order = ['user', 'organization', 'membership'] as const

/** How far each list of the provider has been walked. */
export function RunProgress({ phase, progress, isRunning }: RunProgressProps) {
  const words = walkWords()
  const current = listPhases[phase]
  return (
    <>
      <dl className="grid gap-3.5">
        {order.map((kind) => {
          const { walked, total } = progress[kind]
          const word = total === null ? figure(walked) : words.partOf(figure(Math.min(walked, total)), figure(total))
          const isNow = isRunning && kind === current
          return (
            <div key={kind} className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1.5">
              <dt className="text-sm text-ink-2">{words.kindTitles[kind]}</dt>
              <dd className="text-sm tabular-nums">{word}</dd>
              <dd className="col-span-2">
                <ProgressBar label={words.kindTitles[kind]} valueText={word} {...(isNow && total === null ? {} : { share: total ? walked / total : walked > 0 ? 1 : 0 })} />
              </dd>
            </div>
          )
        })}
      </dl>
      {isRunning && phase.startsWith('gone-') ? <p className="mt-3.5 text-sm text-ink-2">{words.nowAsked}</p> : null}
    </>
  )
}
