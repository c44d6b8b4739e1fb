import { Chip } from '#ui/chip.tsx'
import { stateWord } from './state-words.ts'

/** The state of an event or a job. A pending event that rests on something says that it waits. */
export function StateChip({ status, waitingOn }: { status: string; waitingOn?: string | null }) {
  const { label, tone } = stateWord(status === 'pending' && waitingOn ? 'waiting' : status)
  return <Chip tone={tone}>{label}</Chip>
}
