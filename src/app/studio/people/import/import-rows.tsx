import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { peopleWords } from '../../../words/people-words.ts'
import { useRoleWords } from '../role-words.ts'
import { outcomeWords, type RowView } from './import-view.ts'

const columnsWith = (roleWords: ReturnType<typeof useRoleWords>): Column<RowView>[] => [
  {
    key: 'email',
    header: peopleWords().email,
    names: true,
    cell: ({ email, details }) => (
      <>
        {email ? <span className="wrap-anywhere">{email}</span> : <span className="text-ink-3">{peopleWords().noAddress}</span>}
        {details ? <span className="block text-sm text-ink-2 wrap-anywhere">{details}</span> : null}
      </>
    ),
  },
  { key: 'number', header: peopleWords().row, align: 'end', cell: ({ number }) => <span className="text-ink-2">{number}</span> },
  { key: 'role', header: peopleWords().role, cell: ({ role, givenRole }) => (role ? roleWords[role].label : <span className="wrap-anywhere">“{givenRole}”</span>) },
  {
    key: 'outcome',
    header: peopleWords().whatBecomes,
    cell: ({ outcome, firstRowNumber }) => (
      <span className="flex flex-wrap items-center gap-2 max-sm:justify-end">
        <Chip tone={outcomeWords()[outcome].tone}>{outcomeWords()[outcome].label}</Chip>
        {firstRowNumber === null ? null : <span className="text-ink-3">{peopleWords().rowCounts(firstRowNumber)}</span>}
      </span>
    ),
  },
]

/** The rows of a file, in its order. */
export function ImportRows({ rows }: { rows: readonly RowView[] }) {
  const words = peopleWords()
  return <Table caption={words.rowsOfFile} columns={columnsWith(useRoleWords())} rows={rows} rowKey={({ number }) => number} empty={<EmptyState title={words.noSuchRows}>{words.nothingCame}</EmptyState>} />
}
