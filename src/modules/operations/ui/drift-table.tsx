import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { Instant } from './instant.tsx'
import { driftStateWords, fieldWord, kindWords, standingWords } from './reconcile-words.ts'

export interface DriftView {
  id: string
  kind: keyof typeof kindWords
  subject: string
  about: string | null
  standing: keyof typeof standingWords
  differences: { field: string; here: string | null; there: string | null }[]
  state: keyof typeof driftStateWords
  note: string | null
  healedAt: string | null
}

const columns: Column<DriftView>[] = [
  {
    key: 'pick',
    header: <span className="sr-only">Choose</span>,
    bare: true,
    cell: (line) =>
      line.state === 'healed' ? null : (
        <label className="touch flex w-fit items-center gap-2.5 max-sm:min-h-11">
          <input type="checkbox" name="id" value={line.id} className="size-5 rounded-sm accent-brand" />
          <span className="text-sm text-ink-2 sm:sr-only">
            Choose <span className="sr-only">{line.subject}</span>
          </span>
        </label>
      ),
  },
  {
    key: 'what',
    header: 'What',
    names: true,
    cell: (line) => (
      <>
        <span className="font-mono text-[0.8125rem] wrap-anywhere">{line.subject}</span>
        <span className="block text-[0.8125rem] text-ink-3 wrap-anywhere">
          {kindWords[line.kind].one}
          {line.about ? ` of ${line.about.replace(' ', ' and ')}` : ''}
        </span>
      </>
    ),
  },
  { key: 'standing', header: 'Difference', cell: ({ standing }) => <Chip tone={standingWords[standing].tone}>{standingWords[standing].label}</Chip> },
  { key: 'fields', header: 'Here → there', cell: (line) => <Fields line={line} /> },
  {
    key: 'state',
    header: 'State',
    cell: ({ state, healedAt, note }) => (
      <>
        <Chip tone={driftStateWords[state].tone}>{driftStateWords[state].label}</Chip>
        {healedAt ? <Instant iso={healedAt} className="mt-1 block whitespace-nowrap text-[0.8125rem] text-ink-3" /> : null}
        {note && state !== 'held' ? <span className="mt-1 block max-w-[34ch] text-[0.8125rem] text-ink-2">{note}</span> : null}
      </>
    ),
  },
]

/** What a walk found, line by line, with a choice where something is left to heal. Stands inside a form. */
export function DriftTable({ lines }: { lines: readonly DriftView[] }) {
  return <Table caption="Differences" columns={columns} rows={lines} rowKey={({ id }) => id} />
}

/** Values that name a person came masked. */
function Fields({ line: { differences, standing } }: { line: DriftView }) {
  if (differences.length === 0) return <span className="text-ink-3">{standing === 'gone' ? 'here → not there any more' : 'not here → there'}</span>

  return (
    <ul className="grid gap-1">
      {differences.map(({ field, here, there }) => (
        <li key={field} className="flex flex-wrap items-baseline gap-x-1.5">
          <span className="text-ink-3">{fieldWord(field)}</span>
          <span className="text-ink-2 wrap-anywhere">{said(field, here)}</span>
          <Icon of={ArrowRight} size="sm" className="self-center text-ink-3" />
          <span className="sr-only">becomes</span>
          <span className="font-medium wrap-anywhere">{said(field, there)}</span>
        </li>
      ))}
    </ul>
  )
}

function said(field: string, value: string | null): ReactNode {
  if (field === 'ended') return value ? <Instant iso={value} /> : 'not ended'
  if (value === null || value === '') return 'none'
  return field === 'membership' ? <span className="font-mono text-[0.8125rem]">{value}</span> : value
}
