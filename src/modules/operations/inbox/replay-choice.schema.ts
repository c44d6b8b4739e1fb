import { z } from 'zod'
import { readInboxFilter, type InboxFilter } from './inbox-filter.schema.ts'

const idsMax = 200
const sentIds = z.string().transform((text) => text.split(',').filter((id) => z.uuid().safeParse(id).success).slice(0, idsMax)).catch([])

/**
 * What a replay's form chose: ids of rows, or all that fit a filter. What is no id chooses nothing, and a filter that
 * cannot be read chooses nothing either: it must never come to mean more than was meant.
 */
export function readReplayChoice(form: Record<string, unknown>): { ids: string[] } | { filter: InboxFilter } {
  if (form.all !== 'yes') return { ids: sentIds.parse(form.ids) }

  const params = new URLSearchParams(Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const { filter, faults } = readInboxFilter(params)
  return Object.keys(faults).length > 0 || filter.until === null ? { ids: [] } : { filter }
}
