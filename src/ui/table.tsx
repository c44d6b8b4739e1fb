import type { Key, ReactNode } from 'react'
import { cn } from './class-names.ts'

export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand at the end so that they can be compared. */
  align?: 'start' | 'end'
  /** The column that names the row: its cell is a row header and, on a phone, the row's title. */
  names?: boolean
  /** Actions and the like: no header is spoken before it on a phone. */
  bare?: boolean
}

type TableProps<Row> = {
  /** What the table holds, for those who cannot see where it stands. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => Key
  /** What stands here when there is no row, such as an EmptyState. */
  empty?: ReactNode
  className?: string
}

/** Rows that can be compared. On a phone each row becomes a small list of its own. */
export function Table<Row>({ caption, columns, rows, rowKey, empty, className }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>

  return (
    <table className={cn('w-full border-collapse text-left text-sm max-sm:block', className)}>
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cn('pb-2 pr-4 text-[0.8125rem] font-medium text-ink-3 last:pr-0', endIf(column.align))}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="border-t max-sm:grid max-sm:gap-1 max-sm:py-3.5">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const look = cn('py-3 pr-4 align-middle last:pr-0 max-sm:p-0', endIf(column.align))
  if (column.names) {
    return (
      <th scope="row" className={cn(look, 'font-normal max-sm:block max-sm:text-base max-sm:text-left')}>
        {column.cell(row)}
      </th>
    )
  }
  if (column.bare) return <td className={cn(look, 'max-sm:mt-1.5 max-sm:block max-sm:text-left')}>{column.cell(row)}</td>

  return (
    <td className={cn(look, 'max-sm:flex max-sm:items-center max-sm:justify-between max-sm:gap-4')}>
      <span aria-hidden="true" className="shrink-0 text-ink-3 sm:hidden">
        {column.header}
      </span>
      <span className="min-w-0 max-sm:text-right">{column.cell(row)}</span>
    </td>
  )
}

function endIf(align: 'start' | 'end' | undefined): string {
  return align === 'end' ? 'text-right tabular-nums' : ''
}
