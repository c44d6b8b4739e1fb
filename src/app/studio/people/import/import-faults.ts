import { listFaultyRows } from '#modules/tenancy/index.ts'
import { requireStudio } from '../../../require-viewer.ts'
import { answering } from '../../../respond.ts'
import { peopleWords } from '../../../words/people-words.ts'
import type { Route } from './+types/import-faults.ts'
import { csvAnswer } from '../../csv-answer.ts'
import { outcomeWords } from './import-view.ts'

/** The rows that somebody has to mend, as a file that can be mended and sent again. */
export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const rows = await listFaultyRows(ctx, params.importId ?? '')
  const lines = rows.map((row) => ({
    'E-mail': row.email,
    Role: row.givenRole,
    Row: row.number,
    Problem: row.firstRowNumber === null ? outcomeWords()[row.outcome].label : peopleWords().seeRow(outcomeWords()[row.outcome].label, row.firstRowNumber),
  }))
  return csvAnswer('rows-to-mend.csv', lines)
})
