import { z } from 'zod'
import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import { placeInvitation } from '../invitations/place-invitation.ts'
import { moveImport, selectInvitedAddresses, selectMemberAddressesAsSystem } from './imports.queries.ts'
import { countSentLately, deleteOldImports, lockRunningImport, markRow, selectRowsToSend, type RowToSend } from './send-import.queries.ts'

/** Providers of mail take two to ten a second; two leave room for receipts and sign-in links. */
const perMinuteMax = 120
const perStepMax = 20
const stepSeconds = 10
const daysKept = 30

const payloadSchema = z.object({ organizationId: z.uuid(), importId: z.uuid() })

type Ctx = SystemCtx & { config: { appSecret: string } }

/** Puts the next step of an import into the queue, in the caller's transaction. `step` is a new id each time. */
export async function askToSendImport(tx: Tx, { step, delaySeconds, ...payload }: { organizationId: string; importId: string; step: string; delaySeconds: number }): Promise<void> {
  await enqueueJob(tx, 'send-import', payload, { key: `import:${payload.importId}:${step}`, delaySeconds, line: 'send-import' })
}

/**
 * The job `send-import`: invites the next twenty of an import, and asks for itself again until none is left. All
 * imports of all schools stand in one line and share 120 invitations a minute. Done twice, a step invites nobody twice:
 * a row changes with its invitation, in one transaction.
 */
export async function sendImport(ctx: Ctx, payload: unknown): Promise<void> {
  const { organizationId, importId } = payloadSchema.parse(payload)
  await ctx.inSystem(async (tx) => {
    const found = await lockRunningImport(tx, organizationId, importId)
    if (!found) return

    const now = ctx.clock.now()
    const room = Math.min(perStepMax, perMinuteMax - (await countSentLately(tx, new Date(now.getTime() - 60_000))))
    const rows = room > 0 ? await selectRowsToSend(tx, organizationId, importId, room) : []
    await inviteRows(ctx, tx, { organizationId, invitedBy: found.startedBy, rows })
    if (room > 0 && rows.length < room) await moveImport(tx, { organizationId, id: importId }, ['running'], { to: 'done', endedAt: now })
    else await askToSendImport(tx, { organizationId, importId, step: ctx.ids.next(), delaySeconds: stepSeconds })
    await publishLive(tx, { organizationId, name: 'people' })
  })
}

async function inviteRows(ctx: Ctx, tx: Tx, { organizationId, invitedBy, rows }: { organizationId: string; invitedBy: string; rows: readonly RowToSend[] }): Promise<void> {
  // Somebody may have come, or been invited, since the file was checked.
  const addresses = rows.map(({ email }) => email)
  const members = new Set(await selectMemberAddressesAsSystem(tx, organizationId, addresses))
  const invited = new Set(await selectInvitedAddresses(tx, organizationId, addresses))
  for (const { id, email, role, customValues } of rows) {
    const at = ctx.clock.now()
    if (members.has(email)) await markRow(tx, organizationId, id, { outcome: 'member', at })
    else if (invited.has(email)) await markRow(tx, organizationId, id, { outcome: 'invited', at })
    else await markRow(tx, organizationId, id, { outcome: 'sent', at, invitationId: await placeInvitation(ctx, tx, { organizationId, email, role, invitedBy, customValues }) })
  }
}

/** The job `forget-old-imports`: what a file said about people goes after thirty days. Invitations stay. */
export async function forgetOldImports(ctx: SystemCtx): Promise<void> {
  await ctx.inSystem((tx) => deleteOldImports(tx, new Date(ctx.clock.now().getTime() - daysKept * 86_400_000)))
}
