/** What an account is called and what its balance means. */
export const partyWords = {
  school: { name: 'Your school', meaning: 'What was sold, less the platform’s fee and refunds. It goes to your payout account.' },
  platform: { name: 'Platform', meaning: 'The fee on each sale, less what Stripe keeps for the payment.' },
  processor: { name: 'Stripe', meaning: 'What Stripe keeps for each payment. A refund does not give it back.' },
  buyer: { name: 'Buyers', meaning: 'What buyers gave, less what they got back. Minus, because they gave it.' },
} as const

export const lineWords = { sale: 'Sale', 'processing-fee': 'Payment processing', refund: 'Refund' } as const
