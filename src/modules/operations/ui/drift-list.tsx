import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import { Instant } from './instant.tsx'
import { driftStateWord, fieldWord, maskedWord, reasonSentence, standingWord, subjectWord } from './reconcile-words.ts'
import { walkWords } from './words/walk-words.ts'

export interface DriftView {
  id: string
  kind: 'user' | 'organization' | 'membership'
  subject: string
  about: string | null
  standing: 'missing' | 'stale' | 'gone'
  differences: { field: string; here: string | null; there: string | null }[]
  state: 'open' | 'healed' | 'held' | 'failed'
  note: string | null
  healedAt: string | null
}

/** From a tablet on, the parts of all lines stand under each other; on a phone a line says what it is, and what differs below. */
const columns = 'sm:grid-cols-[1.25rem_minmax(0,1fr)_7.5rem_minmax(0,1.05fr)_8.5rem] sm:items-center sm:gap-x-4'

/** What a walk found, line by line, with a choice where something is left to heal. Stands inside a form. */
export function DriftList({ lines }: { lines: readonly DriftView[] }) {
  const words = walkWords()
  return (
    <div>
      <div aria-hidden="true" className={`hidden pb-2 text-[0.8125rem] font-medium text-ink-3 sm:grid ${columns}`}>
        <span className="col-start-2">{words.what}</span>
        <span>{words.difference}</span>
        <span>{words.hereThere}</span>
        <span>{words.state}</span>
      </div>
      <ul aria-label={words.differences} className="divide-y border-y">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </div>
  )
}

function Line({ line }: { line: DriftView }) {
  const { kind, subject, about, standing, state } = line
  return (
    <li className={`grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-3 gap-y-1 py-3 text-sm ${columns}`}>
      <span className="row-span-2 pt-0.5 sm:row-span-1 sm:pt-0">{state === 'healed' ? null : <Choice line={line} />}</span>
      <div className="min-w-0">
        <span className="block truncate font-mono text-[0.8125rem] leading-6">{subject}</span>
        <span className="block text-[0.8125rem] text-ink-3 wrap-anywhere">{subjectWord(kind, about)}</span>
      </div>
      <div className="justify-self-end sm:justify-self-start">
        <Chip tone={standingWord(standing).tone}>{standingWord(standing).label}</Chip>
      </div>
      <div className={`col-start-2 -col-end-1 min-w-0 sm:col-auto ${line.differences.length === 0 ? 'max-sm:hidden' : ''}`}>
        <Fields line={line} />
      </div>
      <div className={`col-start-2 -col-end-1 min-w-0 sm:col-auto ${state === 'open' ? 'max-sm:hidden' : ''}`}>
        <Outcome line={line} />
      </div>
    </li>
  )
}

/** With room for a thumb. */
function Choice({ line: { id, subject } }: { line: DriftView }) {
  return (
    <label className="-m-3 grid size-11 place-items-center">
      <input type="checkbox" name="id" value={id} className="size-5 rounded-sm accent-brand" />
      <span className="sr-only">{walkWords().choose(subject)}</span>
    </label>
  )
}

/** What came of it; nothing is said on a phone of what is merely open. */
function Outcome({ line: { state, healedAt, note } }: { line: DriftView }) {
  return (
    <>
      <Chip tone={driftStateWord(state).tone}>{driftStateWord(state).label}</Chip>
      {healedAt ? <Instant iso={healedAt} className="ml-2 whitespace-nowrap text-[0.8125rem] text-ink-3 sm:ml-0 sm:mt-1 sm:block sm:whitespace-normal" /> : null}
      {note && state !== 'held' ? <span className="mt-1 block max-w-[34ch] text-[0.8125rem] text-ink-2">{reasonSentence(note)}</span> : null}
    </>
  )
}

/** Values that name a person came masked. */
function Fields({ line: { differences, standing } }: { line: DriftView }) {
  const words = walkWords()
  if (differences.length === 0) return <span className="text-ink-3">{standing === 'gone' ? words.hereNotThere : words.notHereThere}</span>

  return (
    <ul className="grid gap-1">
      {differences.map(({ field, here, there }) => (
        <li key={field} className="flex flex-wrap items-baseline gap-x-1.5">
          <span className="text-ink-3">{fieldWord(field)}</span>
          <span className="text-ink-2 wrap-anywhere">{said(field, here)}</span>
          <Icon of={ArrowRight} size="sm" className="self-center text-ink-3" />
          <span className="sr-only">{words.becomes}</span>
          <span className="font-medium wrap-anywhere">{said(field, there)}</span>
        </li>
      ))}
    </ul>
  )
}

function said(field: string, value: string | null): ReactNode {
  if (field === 'ended') return value ? <Instant iso={value} /> : walkWords().notEnded
  if (value === null || value === '') return walkWords().none
  return field === 'membership' ? <span className="font-mono text-[0.8125rem]">{value}</span> : maskedWord(value)
}
