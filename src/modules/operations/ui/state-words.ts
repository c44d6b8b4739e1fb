import { inboxWords } from './words/inbox-words.ts'
import { installationWords } from './words/installation-words.ts'

const tones: Record<string, 'good' | 'warn' | 'bad'> = { completed: 'good', waiting: 'warn', failed: 'bad', running: 'good', retrying: 'warn' }

/** The look and the word of a state of an event or a job. */
export function stateWord(state: string): { label: string; tone: 'neutral' | 'good' | 'warn' | 'bad' } {
  const names: Record<string, string> = installationWords().stateNames
  return { label: names[state] ?? state, tone: tones[state] ?? 'neutral' }
}

/** Through which door somebody came, in words. */
export function doorWord(door: string | null): string {
  const words = inboxWords()
  const doors: Record<string, string> = words.doors
  return door === null ? words.doorUnknown : (doors[door] ?? door)
}

/** What an event waits for: the thing in the reader's language, the provider's id as it is. */
export function awaitedWord(waitingOn: string): string {
  const { clerkUser, clerkOrganization } = inboxWords()
  return waitingOn.replace(/^clerk user\b/, clerkUser).replace(/^clerk organization\b/, clerkOrganization)
}

const waitsFor = 'Waits for '

/** Whether a reason, as the inbox groups them, is that something has not come yet. */
export function isAwaiting(kind: string): boolean {
  return kind.startsWith(waitsFor)
}

/** A reason as the inbox groups them: the class of a fault stays as the log has it. */
export function reasonWord(kind: string): string {
  const words = inboxWords()
  if (isAwaiting(kind)) return words.waitsFor(awaitedWord(kind.slice(waitsFor.length)))
  return kind === 'No reason given' ? words.noReason : kind
}
