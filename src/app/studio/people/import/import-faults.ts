import { listFaultyRows, readListedFields, type ImportRow } from '#modules/tenancy/index.ts'
import { writeCell, type CustomField } from '#modules/tenancy/fields/field.schema.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { requireStudio } from '../../../require-viewer.ts'
import { answering } from '../../../respond.ts'
import { peopleWords } from '../../../words/people-words.ts'
import type { Route } from './+types/import-faults.ts'
import { csvAnswer } from '../../csv-answer.ts'
import { outcomeWords, rowView } from './import-view.ts'

/** The rows that somebody has to mend, as a file that can be mended and sent again. */
export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const rows = await listFaultyRows(ctx, params.importId ?? '')
  const all = (await readListedFields(ctx, [])).fields
  const fields = all.filter(({ id }) => rows.some(({ customValues }) => customValues[id]))
  const lines = rows.map((row) => ({
    'E-mail': row.email,
    Role: row.givenRole,
    ...Object.fromEntries(fields.map((field) => [field.label, writeCell(field, row.customValues[field.id] ?? [])])),
    Row: row.number,
    Problem: problemOf(row, all),
  }))
  return csvAnswer('rows-to-mend.csv', lines)
})

function problemOf(row: ImportRow, fields: readonly CustomField[]): string {
  const { label } = outcomeWords()[row.outcome]
  if (row.firstRowNumber !== null) return peopleWords().seeRow(label, row.firstRowNumber)
  return row.outcome === 'bad-field' ? rowView(row, fields, currentLocale()).details : label
}
