import type { Metadata } from './state.ts'

/** Metadata as it is kept: what is empty is null. */
export function keepMetadata(given: Metadata | null | undefined): Metadata | null {
  return given && Object.keys(given).length > 0 ? given : null
}

/**
 * Merges deeply, as the metadata endpoints do: objects are merged, anything else takes the place of
 * what was there, and null removes a key at any depth.
 */
export function mergeMetadata(kept: Metadata | null, given: Metadata): Metadata | null {
  return keepMetadata(merge(kept ?? {}, given))
}

function merge(kept: Metadata, given: Metadata): Metadata {
  const merged: Metadata = { ...kept }
  for (const [key, value] of Object.entries(given)) {
    const before = merged[key]
    if (value === null) delete merged[key]
    else if (isObject(value)) merged[key] = merge(isObject(before) ? before : {}, value)
    else merged[key] = value
  }
  return merged
}

function isObject(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
