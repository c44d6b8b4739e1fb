/** What is sent to a receiver. */
export interface WebhookRequest {
  url: string
  headers: Record<string, string>
  body: string
}

/**
 * What came of one try. `refused`: the name stands for an address of this machine, its network, or another that no
 * receiver has, so nothing was sent.
 */
export type WebhookOutcome =
  | { kind: 'answered'; status: number; /** Its first bytes as text. */ answerStart: string; retryAfterSeconds: number | null }
  | { kind: 'timed-out' }
  | { kind: 'refused' }
  | { kind: 'unreachable'; /** For example `ECONNREFUSED`. */ reason: string }

/** Sends to addresses that customers typed, and so trusts none of them. */
export interface WebhookSender {
  /** Whether this machine itself may be a receiver: on an installation for development. */
  mayReachLoopback: boolean
  /** Sends once, follows nothing, and never throws for what the other side does. */
  send(request: WebhookRequest): Promise<WebhookOutcome>
}

/** Whether a host's name means this machine. */
export function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]'
}
