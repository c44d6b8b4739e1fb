import { z } from 'zod'
import { invitedRoles } from '../invitations/invitation.schema.ts'
import { tenancyWords } from '../words/tenancy-words.ts'

/** How many rows one import takes. */
export const importRowsMax = 5000
/** How much text one import takes: five thousand rows with much beside the address. */
export const importCharactersMax = 2_000_000

export const importForm = z.object({
  rows: z.string().max(importCharactersMax, { error: () => tenancyWords().importTooLarge }).default(''),
  role: z.enum(invitedRoles, { error: () => tenancyWords().chooseRole }),
})

/** What becomes of a row. `new` is yet to be invited, `details` is here already and has yet to be filled in. */
export const importOutcomes = ['new', 'sent', 'details', 'filled', 'member', 'invited', 'bad-address', 'unknown-role', 'bad-field', 'duplicate'] as const
export type ImportOutcome = (typeof importOutcomes)[number]

/** Outcomes that somebody has to mend in the file. */
export const faultyOutcomes = ['bad-address', 'unknown-role', 'bad-field', 'duplicate'] as const satisfies readonly ImportOutcome[]

/** A role that a file may name. */
export type InvitedRole = (typeof invitedRoles)[number]
