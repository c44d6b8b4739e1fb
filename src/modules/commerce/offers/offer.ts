/** What kinds of things can be sold. Commerce knows no more of them than kind and id. */
export type SubjectKind = 'course'

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
}
