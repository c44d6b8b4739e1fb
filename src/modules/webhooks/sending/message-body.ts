/** What a message says. */
export interface Said {
  type: string
  occurredAt: Date
  payload: unknown
}

/** The body of a message, in the form that the Standard Webhooks recommend. The same delivery gives the same bytes each time. */
export function messageBody({ type, occurredAt, payload }: Said): string {
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data: payload })
}
