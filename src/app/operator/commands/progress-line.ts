import type { Run } from '#modules/operations/index.ts'

const everyMs = 1000
const kindOfPhase = { 'recent-users': 'user', users: 'user', organizations: 'organization', memberships: 'membership' } as const
const words = { user: 'users', organization: 'organizations', membership: 'memberships' }

/** Says once a second, and at the end of each phase, how far a walk is, how fast, and how long it may still take. */
export function progressLine(say: (line: string) => void, nowMs: () => number = () => performance.now()): (run: Run) => void {
  let phase = ''
  let begun = { ms: nowMs(), walked: 0 }
  let saidMs = Number.NEGATIVE_INFINITY
  return (run) => {
    const now = nowMs()
    const kind = run.phase in kindOfPhase ? kindOfPhase[run.phase as keyof typeof kindOfPhase] : null
    const isNew = run.phase !== phase
    if (isNew) begun = { ms: now, walked: kind ? run.progress[kind].walked : 0 }
    phase = run.phase
    if (!isNew && now - saidMs < everyMs) return

    saidMs = now
    if (!kind) return say(`→ ${run.phase.replace('-', ' ')}`)
    const { walked, total } = run.progress[kind]
    const perSecond = (walked - begun.walked) / Math.max(0.001, (now - begun.ms) / 1000)
    const rate = isNew ? '' : `, ${Math.round(perSecond).toLocaleString('en')} a second`
    const rest = !isNew && total && perSecond > 0 ? `, ${Math.max(0, Math.ceil((total - walked) / perSecond))} s to go` : ''
    say(`→ ${words[kind]} ${walked.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''}${rate}${rest}`)
  }
}
