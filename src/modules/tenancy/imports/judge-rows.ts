import { readCell, whyNotFits, type CustomField } from '../fields/field.schema.ts'
import { inviteForm } from '../invitations/invitation.schema.ts'
import type { ImportOutcome, InvitedRole } from './import.schema.ts'
import type { FileRow } from './read-people-file.ts'

/** A row, and what would become of it. */
export interface JudgedRow {
  number: number
  email: string
  givenRole: string
  role: InvitedRole | null
  outcome: ImportOutcome
  /** Of a duplicate: the row that counts. */
  firstRowNumber: number | null
  /** What it says for fields of the school, by their ids; of a bad field also what does not fit. */
  customValues: Record<string, string[]>
}

/** Who is known already; addresses in small letters. */
export interface KnownAddresses {
  /** With what the school's fields hold of them already. */
  members: ReadonlyMap<string, ReadonlyMap<string, string[]>>
  invited: ReadonlySet<string>
}

const longestKept = 320
/** Longer than any field takes, so that what is too long stays so. */
const longestWordKept = 4001

/**
 * Says of each row what inviting would come to. Of two rows with one address the first counts, whatever else it is.
 *
 * @param fallback the role of rows that name none
 * @param fields of the school, to check what the rows say for them
 */
export function judgeRows(rows: readonly FileRow[], fallback: InvitedRole, known: KnownAddresses, fields: readonly CustomField[] = []): JudgedRow[] {
  const firstRows = new Map<string, number>()
  return rows.map((row) => {
    const read = inviteForm.shape.email.safeParse(row.email)
    const role = row.role === '' ? fallback : roleOf(row.role)
    const { customValues, fits } = readFields(row, fields)
    const judged = { customValues, number: row.number, email: (read.data ?? row.email).slice(0, longestKept), givenRole: row.role.slice(0, 80), role, firstRowNumber: null }
    if (!read.success) return { ...judged, outcome: 'bad-address' as const }

    const firstRowNumber = firstRows.get(read.data)
    if (firstRowNumber !== undefined) return { ...judged, outcome: 'duplicate' as const, firstRowNumber }
    firstRows.set(read.data, row.number)
    if (!fits) return { ...judged, outcome: 'bad-field' as const }
    const held = known.members.get(read.data)
    if (held) return { ...judged, outcome: changes(customValues, held) ? ('details' as const) : ('member' as const) }
    // Who is here has a role already, which a file does not change.
    if (!role) return { ...judged, outcome: 'unknown-role' as const }
    return { ...judged, outcome: known.invited.has(read.data) ? ('invited' as const) : ('new' as const) }
  })
}

/** Whether a file says something else of somebody than what is held; an empty cell says nothing. */
function changes(said: Record<string, string[]>, held: ReadonlyMap<string, string[]>): boolean {
  return Object.entries(said).some(([fieldId, words]) => JSON.stringify(words) !== JSON.stringify(held.get(fieldId)))
}

/** What a row says for the fields, and whether all of it fits them. */
function readFields({ cells = {} }: FileRow, fields: readonly CustomField[]): { customValues: Record<string, string[]>; fits: boolean } {
  const said = fields.flatMap((field) => {
    const words = readCell(cells[field.id] ?? '', field).map((word) => word.slice(0, longestWordKept))
    return words.length > 0 ? [{ id: field.id, words, fits: whyNotFits(field, words, { isAsked: false }) === null }] : []
  })
  return { customValues: Object.fromEntries(said.map(({ id, words }) => [id, words])), fits: said.every(({ fits }) => fits) }
}

/** The addresses that have to be looked up, in small letters, each once. */
export function addressesOf(rows: readonly FileRow[]): string[] {
  return [...new Set(rows.map(({ email }) => email.toLowerCase()))]
}

const roleNames: Record<InvitedRole, readonly string[]> = {
  admin: ['admin', 'administrator'],
  instructor: ['instructor', 'teacher', 'coach', 'lehrer', 'lehrerin', 'lehrkraft'],
  assistant: ['assistant', 'assistent', 'assistentin', 'assistenz'],
  student: ['student', 'studentin', 'pupil', 'client', 'schüler', 'schülerin'],
}

function roleOf(text: string): InvitedRole | null {
  const name = text.toLowerCase()
  return (Object.keys(roleNames) as InvitedRole[]).find((role) => roleNames[role].includes(name)) ?? null
}
