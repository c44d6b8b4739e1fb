import { z } from 'zod'
import { longestRecordingSeconds } from './watched-ranges.ts'

const seconds = z.number().min(0).max(longestRecordingSeconds)

const stretch = z
  .object({ from: seconds, to: seconds })
  .refine(({ from, to }) => from <= to, { message: 'A stretch ends after it begins.', path: ['to'] })

/** What a player reports every few seconds: the stretch just played, where it stands, and stretches not yet delivered. */
export const watchingReport = z
  .object({
    lessonId: z.uuid(),
    from: seconds,
    to: seconds,
    position: seconds,
    /** Stretches of before that never arrived, when the line was down. */
    earlier: z.array(stretch).max(200).default([]),
  })
  .refine(({ from, to }) => from <= to, { message: 'A stretch ends after it begins.', path: ['to'] })

export type WatchingReport = z.input<typeof watchingReport>
