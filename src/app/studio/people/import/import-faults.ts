import Papa from 'papaparse'
import { listFaultyRows } from '#modules/tenancy/index.ts'
import { requireStudio } from '../../../require-viewer.ts'
import { answering } from '../../../respond.ts'
import type { Route } from './+types/import-faults.ts'
import { outcomeWords } from './import-view.ts'

/** The rows that somebody has to mend, as a file that can be mended and sent again. */
export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const rows = await listFaultyRows(ctx, params.importId ?? '')
  const lines = rows.map((row) => ({
    'E-mail': row.email,
    Role: row.givenRole,
    Row: row.number,
    Problem: row.firstRowNumber === null ? outcomeWords[row.outcome].label : `${outcomeWords[row.outcome].label}: see row ${row.firstRowNumber}`,
  }))
  // A cell that begins like a formula would be one to the spreadsheet of whoever opens the file; the mark tells it of UTF-8.
  const csv = `\uFEFF${Papa.unparse(lines, { escapeFormulae: true })}\r\n`
  return new Response(csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="rows-to-mend.csv"', 'Cache-Control': 'no-store' } })
})
