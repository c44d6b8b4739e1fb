import { Readable } from 'node:stream'
import { answerFile } from '#modules/files/index.ts'
import { readPlayer } from '#modules/learning/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/recording.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import { enterLearning } from './enter-learning.ts'

/**
 * The bytes of a lesson's recording on the school's own origin, for the player to draw its waveform: the host of
 * files answers no script of another origin. What comes is inert here too: sandboxed, never sniffed, never shown.
 */
export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx } = await enterLearning(context, request)
  const view = await readPlayer(ctx, params)
  const media = view.kind === 'lesson' ? view.lesson.media : null
  if (!media) throw new NotFound('a recording was asked for where there is none')

  const { status, headers, body } = await answerFile(context.get(requestContext).app, { method: 'GET', path: new URL(media.src).pathname, headers: request.headers })
  const sent = body === null || typeof body === 'string' ? body : (Readable.toWeb(body) as ReadableStream)
  return new Response(sent, { status, headers: { ...headers, 'Content-Disposition': 'attachment', 'Cross-Origin-Resource-Policy': 'same-origin' } })
})
