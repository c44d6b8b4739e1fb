import { readConfig } from '#platform/config/config.ts'
import { beatHeart } from '#platform/jobs/heartbeat.queries.ts'
import { log } from '#platform/log/log.ts'
import { wire } from './wiring.ts'

const config = readConfig()
const app = wire(config)
const workerId = app.ids.next()
const beat = () => void beatHeart(app.pools.system, workerId).catch((fault: unknown) => log.warn({ err: fault }, 'the heartbeat could not be written'))
beat()
const timer = setInterval(beat, 5000)
log.info('worker is running')

const stop = async () => {
  clearInterval(timer)
  await app.close()
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
