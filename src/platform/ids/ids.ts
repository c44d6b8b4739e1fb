import { v7 } from 'uuid'

/** Where new ids come from; tests may give their own. */
export interface Ids {
  /** A new uuid v7: unique, and in order of time, so that indexes grow at their end. */
  next(): string
}

export const uuidV7Ids: Ids = { next: () => v7() }
