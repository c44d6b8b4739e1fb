import { z } from 'zod'
import { IdentityUnavailable } from '#modules/identity/ports.ts'

/** What the SDK's fault looks like; its class is not exported where one could ask `instanceof`. */
const clerkFault = z.object({
  clerkError: z.literal(true),
  status: z.number().nullish(),
  retryAfter: z.number().nullish(),
  errors: z.array(z.object({ code: z.string(), meta: z.object({ paramName: z.string().nullish() }).nullish() })).catch([]),
})

/** Tells faults that another try may mend from those it never will: these stay as they are. */
export function translateClerkFault(fault: unknown): unknown {
  const said = clerkFault.safeParse(fault).data
  // Without a status nobody answered: the connection broke, the answer was cut off, or it took too long.
  if (!said?.status) return new IdentityUnavailable(fault)
  return said.status === 429 || said.status >= 500 ? new IdentityUnavailable(fault, said.retryAfter ?? undefined) : fault
}

/** Whether Clerk says that it knows no such thing. */
export function isMissing(fault: unknown): boolean {
  return clerkFault.safeParse(fault).data?.status === 404
}

/** Whether Clerk refused a call with this code. */
export function hasCode(fault: unknown, code: string): boolean {
  return clerkFault.safeParse(fault).data?.errors.some((one) => one.code === code) ?? false
}

/** Which parameter Clerk did not take; null when it was about something else. */
export function refusedParameter(fault: unknown): string | null {
  return clerkFault.safeParse(fault).data?.errors.find((one) => one.meta?.paramName)?.meta?.paramName ?? null
}

/** The status under which Clerk refused a call; null when it was no refusal of Clerk's. */
export function refusedStatus(fault: unknown): number | null {
  return clerkFault.safeParse(fault).data?.status ?? null
}
