import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { AppError, NotFound } from '#platform/errors/app-error.ts'
import type { App } from '../../wiring.ts'

/** Who calls is not the host's clock. */
class CronSecretRequired extends AppError {
  constructor() {
    super({ code: 'cron-secret-required', status: 401, publicMessage: 'This address is for the clock of the host, which sends CRON_SECRET.' })
  }
}

/**
 * `GET /api/cron`, on every host: where no process lives on, the host's clock calls here each minute, with
 * `Authorization: Bearer <CRON_SECRET>`. Jobs that the queue was not told of are told, and lost ones are looked for.
 *
 * @see https://vercel.com/docs/cron-jobs/manage-cron-jobs
 */
export function cronApi({ config, queue }: App): Hono {
  return new Hono().get('/', async (c) => {
    if (!config.cronSecret) throw new NotFound('CRON_SECRET is not set')
    if (!isSame(c.req.header('authorization') ?? '', `Bearer ${config.cronSecret}`)) throw new CronSecretRequired()

    await queue.tick()
    return c.json({ data: { isDone: true } }, 200, { 'Cache-Control': 'no-store' })
  })
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [given, right].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
