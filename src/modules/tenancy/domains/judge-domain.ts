/** What the DNS said of a claim. */
export type Proof = { kind: 'proven' } | { kind: 'absent'; reason: 'no-record' | 'wrong-record' } | { kind: 'unknown' }

export type DomainState = 'pending' | 'verified' | 'failed'
export type DomainReason = 'no-record' | 'wrong-record' | 'no-answer' | 'taken'

/** How a domain stands. */
export interface DomainStanding {
  state: DomainState
  /** Why it is not proven, or was not at the last look. */
  reason: DomainReason | null
  /** When the proof of a verified domain was first missing. */
  failingSince: Date | null
}

const hourMs = 3_600_000

/** A claim that nobody proves is given up after this many days; asking again by hand takes it up. */
export const claimDays = 7
/** A record that is gone may have been changed by mistake; a name server that is silent may be out for a weekend. */
export const absentHours = 24
export const silentHours = 72

/**
 * How a domain stands after a look into the DNS. A site that is up does not go down over one missing answer, and does
 * not stay with a school that has lost the name.
 *
 * @param before how it stood, and since when there is the claim
 */
export function judgeDomain(before: DomainStanding & { addedAt: Date }, proof: Proof, now: Date): DomainStanding {
  if (proof.kind === 'proven') return { state: 'verified', reason: null, failingSince: null }

  const reason = proof.kind === 'absent' ? proof.reason : 'no-answer'
  if (before.state === 'verified') {
    const failingSince = before.failingSince ?? now
    const graceMs = (proof.kind === 'absent' ? absentHours : silentHours) * hourMs
    const isOver = now.getTime() - failingSince.getTime() >= graceMs
    return isOver ? { state: 'failed', reason, failingSince: null } : { state: 'verified', reason, failingSince }
  }
  const isTooOld = now.getTime() - before.addedAt.getTime() >= claimDays * 24 * hourMs
  return { state: before.state === 'failed' || isTooOld ? 'failed' : 'pending', reason, failingSince: null }
}

/**
 * Reads the texts that stand at the place of proof.
 *
 * @param texts null where no name server answered
 */
export function readProof(texts: readonly string[] | null, wanted: string): Proof {
  if (texts === null) return { kind: 'unknown' }
  if (texts.some((text) => text.trim() === wanted)) return { kind: 'proven' }
  return { kind: 'absent', reason: texts.length > 0 ? 'wrong-record' : 'no-record' }
}
