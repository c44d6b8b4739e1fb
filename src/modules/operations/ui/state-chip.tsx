import { Chip } from '#ui/chip.tsx'
import { stateWords } from './words.ts'

/** The state of an event or a job. A pending event that rests on something says that it waits. */
export function StateChip({ status, waitingOn }: { status: string; waitingOn?: string | null }) {
  const state = status === 'pending' && waitingOn ? 'waiting' : status
  const { label, tone } = stateWords[state] ?? { label: state, tone: 'neutral' as const }
  return <Chip tone={tone}>{label}</Chip>
}
