/** How a lesson is learned: by playing it, or by reading it. */
export type LessonKind = 'text' | 'video' | 'audio' | 'pdf' | 'file'

/** From this share of its seconds on, a recording counts as watched. */
export const watchedShareNeeded = 0.9

/** Whether a lesson is played, so that the watched seconds say when it is complete. */
export function isPlayed(kind: LessonKind): boolean {
  return kind === 'video' || kind === 'audio'
}

/**
 * How much of a recording was watched, 0 to 1. The position plays no part: seeking to the end watches nothing.
 *
 * @param durationSeconds null when nobody knows the length: then nothing can be said, and the share is 0
 */
export function watchedShare(watchedSeconds: number, durationSeconds: number | null): number {
  if (durationSeconds === null || durationSeconds <= 0) return 0

  return Math.min(1, watchedSeconds / durationSeconds)
}

/** Whether enough seconds were watched for the lesson to be complete. */
export function isWatched(watchedSeconds: number, durationSeconds: number | null): boolean {
  return watchedShare(watchedSeconds, durationSeconds) >= watchedShareNeeded
}

/** Whether a further tenth was reached: often enough for those who look on, and not with every report. */
export function reachesNextTenth(before: number, after: number): boolean {
  return Math.floor(after * 10) > Math.floor(before * 10)
}

/** The share of a course's lessons that are complete, as a whole percentage; 100 only when all are. */
export function coursePercent(completedLessons: number, lessons: number): number {
  if (lessons === 0) return 0

  return Math.floor((Math.min(completedLessons, lessons) / lessons) * 100)
}
