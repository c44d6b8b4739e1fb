import { domainToUnicode } from 'node:url'
import { recordName, recordValue } from '#modules/tenancy/domains/domain.schema.ts'
import { domainWords } from '#modules/tenancy/ui/words/domain-words.ts'
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

export const standingWords = (): Record<Standing, { label: string; tone: 'good' | 'warn' | 'bad' | 'neutral' }> => ({
  main: { label: domainWords().mainAddress, tone: 'good' },
  verified: { label: domainWords().verified, tone: 'good' },
  wavering: { label: domainWords().recordMissing, tone: 'warn' },
  pending: { label: domainWords().waiting, tone: 'neutral' },
  failed: { label: domainWords().notVerified, tone: 'bad' },
})

/** What the last look found, and what helps. */
export const reasonWords = (): Record<DomainReason, { title: string; text: string }> => ({
  'no-record': { title: domainWords().noRecord, text: domainWords().noRecordText },
  'wrong-record': { title: domainWords().wrongRecord, text: domainWords().wrongRecordText },
  'no-answer': { title: domainWords().noAnswer, text: domainWords().noAnswerText },
  taken: { title: domainWords().taken, text: domainWords().takenText },
})
