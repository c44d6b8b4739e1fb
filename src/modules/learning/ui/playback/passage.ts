/** A passage to repeat: musicians mark its start (A) and its end (B). */
export interface Passage {
  startSeconds: number | null
  endSeconds: number | null
  isOn: boolean
}

export const noPassage: Passage = { startSeconds: null, endSeconds: null, isOn: false }

/** Shorter than this there is nothing to hear. */
export const passageSecondsMin = 0.3

/** Marks the start. An end that lies before it is forgotten. */
export function markStart(passage: Passage, at: number): Passage {
  const keepsEnd = passage.endSeconds !== null && passage.endSeconds >= at + passageSecondsMin
  return { startSeconds: at, endSeconds: keepsEnd ? passage.endSeconds : null, isOn: keepsEnd }
}

/** Marks the end, and with it the repeating begins. Without a start before it, the passage begins where the recording does. */
export function markEnd(passage: Passage, at: number): Passage {
  if (at < passageSecondsMin) return passage

  const start = passage.startSeconds !== null && passage.startSeconds <= at - passageSecondsMin ? passage.startSeconds : 0
  return { startSeconds: start, endSeconds: at, isOn: true }
}

/** One key for all: marks the start, then the end, then turns the repeating off and on. */
export function pressLoop(passage: Passage, at: number): Passage {
  if (passage.startSeconds === null) return markStart(passage, at)
  if (passage.endSeconds === null) return markEnd(passage, at)
  return { ...passage, isOn: !passage.isOn }
}

/** Where playing jumps to, or null when it goes on: at the end of a passage that repeats. */
export function jumpOf(passage: Passage, at: number): number | null {
  const { startSeconds, endSeconds, isOn } = passage
  if (!isOn || startSeconds === null || endSeconds === null) return null

  // A little slack after the end, so that seeking beyond the passage on purpose leaves it.
  return at >= endSeconds && at < endSeconds + 1.5 ? startSeconds : null
}
