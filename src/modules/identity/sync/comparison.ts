/** One field of which a provider says something else than stands here. */
export interface Difference {
  field: string
  here: string | null
  there: string | null
}

/**
 * How what stands here agrees with what a provider's list says.
 *
 * `same` also when something newer than the list is known here: the list was read a moment ago, and events go on.
 * `buried`: it ended here, and the list has it still. Either the list is older than the end, or the end was told of
 * wrongly: only asking for it by its id can say which.
 */
export interface Comparison {
  /** What the provider calls it. */
  subject: string
  standing: 'same' | 'missing' | 'stale' | 'buried'
  differences: Difference[]
  /** When it ended here; null unless it is buried. */
  buriedAt: Date | null
}

export function isSame(subject: string): Comparison {
  return { subject, standing: 'same', differences: [], buriedAt: null }
}

export function isMissing(subject: string): Comparison {
  return { subject, standing: 'missing', differences: [], buriedAt: null }
}

export function isBuried(subject: string, buriedAt: Date): Comparison {
  return { subject, standing: 'buried', differences: [{ field: 'ended', here: buriedAt.toISOString(), there: null }], buriedAt }
}

/** Stale if any of the fields differs. */
export function compareFields(subject: string, fields: readonly Difference[]): Comparison {
  const differences = fields.filter(({ here, there }) => here !== there)
  return { subject, standing: differences.length > 0 ? 'stale' : 'same', differences, buriedAt: null }
}
