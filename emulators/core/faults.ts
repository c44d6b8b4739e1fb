import { z } from 'zod'

/**
 * What may go wrong with outgoing webhooks.
 * drop: never sent, never retried, only the event list knows it · fail: the attempt is lost on the
 * way and retried by the schedule · duplicate: `count` copies · reorder: `count` deliveries are held
 * back and sent last first · delay: sent `seconds` later · stale_signature: rightly signed, but with
 * a time `seconds` in the past · bad_signature: signed with another secret
 */
const webhookFault = z.strictObject({
  kind: z.enum(['drop', 'fail', 'duplicate', 'reorder', 'delay', 'stale_signature', 'bad_signature']),
  /** Event types it touches; all when absent. */
  types: z.array(z.string()).optional(),
  /** How many deliveries it touches before it is used up; null: until it is cleared. */
  times: z.number().int().positive().nullable().default(1),
  count: z.number().int().min(2).max(50).default(2),
  /** Without it: 5 for delay, 2 for reorder (how long to wait for company), 600 for stale_signature. */
  seconds: z.number().min(0).optional(),
})

/**
 * What may go wrong with a call to the API.
 * rate_limit: 429 with Retry-After · server_error: `status`, nothing was done · lost_answer: the
 * work IS done and then `status` is answered · delay: the answer comes `seconds` (real time) later ·
 * cut_off: the work is done, and the connection breaks in the middle of the answer
 */
const apiFault = z.strictObject({
  kind: z.enum(['rate_limit', 'server_error', 'lost_answer', 'delay', 'cut_off']),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional(),
  /** The start of the paths it touches, such as `/v1/refunds`; all when absent. */
  path: z.string().optional(),
  /** How many calls that it would touch go well first: 2 breaks the third page of a walk. */
  after: z.number().int().min(0).optional(),
  times: z.number().int().positive().nullable().default(1),
  status: z.number().int().min(500).max(599).default(500),
  retryAfterSeconds: z.number().int().min(0).default(1),
  seconds: z.number().min(0).max(120).default(1),
})

export const faultsSchema = z.strictObject({
  webhooks: z.array(webhookFault).default([]),
  api: z.array(apiFault).default([]),
})

export type WebhookFault = z.infer<typeof webhookFault>
export type ApiFault = z.infer<typeof apiFault>
export type Faults = z.infer<typeof faultsSchema>
/** Faults as a person writes them: whatever has a default may be left out. */
export type FaultsWish = z.input<typeof faultsSchema>

/** Takes the first webhook fault of these kinds that touches the event, and uses it up by one. */
export function takeWebhookFault(
  faults: Faults,
  kinds: readonly WebhookFault['kind'][],
  eventType: string,
): WebhookFault | null {
  return takeFirst(
    faults.webhooks,
    (fault) => kinds.includes(fault.kind) && (!fault.types || fault.types.includes(eventType)),
  )
}

/** Takes the first API fault that touches this call, and uses it up by one. */
export function takeApiFault(faults: Faults, method: string, path: string): ApiFault | null {
  return takeFirst(
    faults.api,
    (fault) => (!fault.method || fault.method === method) && path.startsWith(fault.path ?? '/'),
  )
}

function takeFirst<F extends { times: number | null; after?: number | undefined }>(list: F[], touches: (fault: F) => boolean): F | null {
  const index = list.findIndex((fault) => touches(fault) && !isLetThrough(fault))
  const fault = list[index]
  if (!fault) return null
  const taken = { ...fault }
  if (fault.times !== null) fault.times -= 1
  if (fault.times === 0) list.splice(index, 1)
  return taken
}

function isLetThrough(fault: { after?: number | undefined }): boolean {
  if (!fault.after) return false
  fault.after -= 1
  return true
}
