/** Where the time comes from; tests may wind their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
