import { maskWords } from '../reconcile/mask-words.ts'
import { reasons } from '../reconcile/reasons.ts'
import { walkWords } from './words/walk-words.ts'

type Kind = 'user' | 'organization' | 'membership'
type Standing = 'missing' | 'stale' | 'gone'
type DriftState = 'open' | 'healed' | 'held' | 'failed'
type RunState = 'running' | 'done' | 'failed'
type Starter = 'clock' | 'command' | 'operator'

const standingTones = { missing: 'warn', stale: 'neutral', gone: 'bad' } as const
const driftTones = { open: 'neutral', healed: 'good', held: 'warn', failed: 'bad' } as const
const runTones = { running: 'neutral', done: 'good', failed: 'bad' } as const

/** What a difference is called, and what it looks like. */
export function standingWord(standing: Standing) {
  return { label: walkWords().standings[standing], tone: standingTones[standing] }
}

/** How a difference stands. */
export function driftStateWord(state: DriftState) {
  return { label: walkWords().driftStates[state], tone: driftTones[state] }
}

/** How a walk stands. */
export function runStateWord(state: RunState) {
  return { label: walkWords().runStates[state], tone: runTones[state] }
}

/** What a difference is about: "membership of org_1 and user_2". */
export function subjectWord(kind: Kind, about: string | null): string {
  const words = walkWords()
  const [first = '', second = ''] = (about ?? '').split(' ')
  return first ? words.of(words.kindOne[kind], first, second) : words.kindOne[kind]
}

export function runTitle({ mode, isApplied }: { mode: 'full' | 'recent' | 'backfill'; isApplied: boolean }): string {
  const words = walkWords()
  if (mode === 'full') return isApplied ? words.compareAndHeal : words.compareOnly
  return mode === 'recent' ? words.whoChanged : words.firstImport
}

export function starterWord(starter: Starter): string {
  return walkWords().starters[starter]
}

export function fieldWord(field: string): string {
  const fields: Record<string, string> = walkWords().fields
  return fields[field] ?? field
}

/** What stood in the way, in the reader's language; a reason of an earlier version stays as it was written. */
export function reasonSentence(reason: string): string {
  const names = Object.keys(reasons) as (keyof typeof reasons)[]
  const name = names.find((one) => reasons[one] === reason)
  return name ? walkWords().reasons[name] : reason
}

/** A masked value: what was written in its place is said in the reader's language. */
export function maskedWord(value: string): string {
  const words = walkWords()
  if (value === maskWords.aPicture) return words.aPicture
  return value === maskWords.anotherPicture ? words.anotherPicture : value.replace(new RegExp(`${maskWords.otherLetters}$`), words.otherLetters)
}
