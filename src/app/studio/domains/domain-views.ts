import { domainToUnicode } from 'node:url'
import { recordName, recordValue } from '#modules/tenancy/domains/domain.schema.ts'
import type { Domain, DomainReason } from '#modules/tenancy/index.ts'

/** How a domain stands, in words. */
type Standing = 'main' | 'verified' | 'wavering' | 'pending' | 'failed'

/** A domain as its pages show it. */
export interface DomainView {
  id: string
  /** In the letters of its owner. */
  name: string
  host: string
  standing: Standing
  reason: DomainReason | null
  isVerified: boolean
  isPrimary: boolean
  leadsHere: boolean | null
  record: { name: string; value: string }
  checkedAt: string | null
  failingSince: string | null
}

export function domainView(domain: Domain): DomainView {
  const { id, host, state, reason, isPrimary, leadsHere, challenge } = domain
  return {
    id,
    host,
    name: domainToUnicode(host) || host,
    standing: standingOf(domain),
    reason,
    isVerified: state === 'verified',
    isPrimary: isPrimary && state === 'verified',
    leadsHere,
    record: { name: recordName(host), value: recordValue(challenge) },
    checkedAt: domain.checkedAt?.toISOString() ?? null,
    failingSince: domain.failingSince?.toISOString() ?? null,
  }
}

function standingOf({ state, isPrimary, failingSince }: Domain): Standing {
  if (state !== 'verified') return state
  if (failingSince) return 'wavering'
  return isPrimary ? 'main' : 'verified'
}

export const standingWords: Record<Standing, { label: string; tone: 'good' | 'warn' | 'bad' | 'neutral' }> = {
  main: { label: 'Main address', tone: 'good' },
  verified: { label: 'Verified', tone: 'good' },
  wavering: { label: 'Record missing', tone: 'warn' },
  pending: { label: 'Waiting for the record', tone: 'neutral' },
  failed: { label: 'Not verified', tone: 'bad' },
}

/** What the last look found, and what helps. */
export const reasonWords: Record<DomainReason, { title: string; text: string }> = {
  'no-record': { title: 'The TXT record is not there yet', text: 'Name servers may take up to an hour to tell of a new record. It is looked for every hour by itself.' },
  'wrong-record': { title: 'There is a TXT record, but with another value', text: 'Copy the value below once more, whole. Quotation marks around it do no harm.' },
  'no-answer': { title: 'The name servers of this domain did not answer', text: 'Perhaps the domain is not registered yet, or its provider has an outage. It is asked again every hour by itself.' },
  taken: { title: 'Another school here has verified this domain', text: 'If it is yours, take their TXT record away at your DNS provider. A day later theirs is over; then check again.' },
}
