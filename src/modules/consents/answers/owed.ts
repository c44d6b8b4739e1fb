/** An answer that somebody can give. */
export type Answer = 'agreed' | 'declined' | 'withdrawn'

/** Where somebody is asked. */
export type Moment = 'entry' | 'checkout' | 'account'

/** A document in its newest version, with what one person last said to it. */
export interface AskedDocument {
  documentId: string
  versionId: string
  number: number
  title: string
  bodyHtml: string
  changeNote: string
  publishedAt: Date
  bindingAt: Date
  isRequired: boolean
  /** Null for who never answered. */
  last: { answer: Answer; number: number; at: Date } | null
  /** Whether they belonged to the school before this version was published. */
  wasHere: boolean
}

/**
 * Whether a person is to be asked. What is required is asked for each version anew until they agree. A no to what is
 * optional holds for later versions too: only who agreed to an older text is asked about a new one.
 */
export function isOwed({ isRequired, number, last }: Pick<AskedDocument, 'isRequired' | 'number' | 'last'>): boolean {
  if (last === null) return true
  if (last.answer === 'agreed') return last.number < number
  return isRequired
}

/** Whether it can wait: what is optional always can, what is required until it binds those who were here before it. */
export function canWait({ isRequired, bindingAt, last, wasHere }: Pick<AskedDocument, 'isRequired' | 'bindingAt' | 'last' | 'wasHere'>, now: Date): boolean {
  return !isRequired || (now < bindingAt && (wasHere || last !== null))
}
