/** What kinds of things can be sold; kept equal to the checks in the database by a test. Commerce knows no more of them than kind and id. */
export const subjectKinds = ['course', 'product', 'licence'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** One thing that is delivered when an offer is bought. */
export interface OfferPart {
  subjectKind: SubjectKind
  subjectId: string
}

/** What can be bought. */
export interface Offer {
  id: string
  subjectKind: SubjectKind
  subjectId: string
  title: string
  /** Minor units; 0 is free. */
  priceCents: number
  /** ISO 4217 in small letters. */
  currency: string
  /** Sold once, to one: after it, nothing else that delivers the same is for sale. */
  isExclusive: boolean
}
