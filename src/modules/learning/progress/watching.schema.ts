import { z } from 'zod'
import { longestRecordingSeconds } from './watched-ranges.ts'

const sentence = `Seconds of the recording are a number from 0 to ${longestRecordingSeconds}.`
const seconds = z.number(sentence).min(0, sentence).max(longestRecordingSeconds, sentence)

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
    earlier: z.array(stretch, 'Earlier stretches are a list.').max(200, 'At most 200 earlier stretches come at once.').default([]),
  })
  .refine(({ from, to }) => from <= to, { message: 'A stretch ends after it begins.', path: ['to'] })

export type WatchingReport = z.input<typeof watchingReport>
