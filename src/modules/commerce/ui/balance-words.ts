import { moneyWords } from './words/money-words.ts'

/** What an account is called and what its balance means. */
export const partyWords = () => ({
  school: { name: moneyWords().yourSchool, meaning: moneyWords().schoolMeaning },
  platform: { name: moneyWords().platform, meaning: moneyWords().platformMeaning },
  processor: { name: 'Stripe', meaning: moneyWords().processorMeaning },
  buyer: { name: moneyWords().buyers, meaning: moneyWords().buyerMeaning },
} as const)

export const lineWords = () => ({ sale: moneyWords().sale, 'processing-fee': moneyWords().processing, refund: moneyWords().refund } as const)
