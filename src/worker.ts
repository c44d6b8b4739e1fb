import { readConfig } from '#platform/config/config.ts'
import { log } from '#platform/log/log.ts'
import { wire } from './wiring.ts'

const config = readConfig()
const app = wire(config)

try {
  const worker = await app.queue.work()
  const stop = () => void worker.stop().catch((fault: unknown) => log.warn({ err: fault }, 'the worker did not stop cleanly'))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  await worker.ended
  await app.close()
  process.exit(0)
} catch (fault) {
  // Whoever runs this starts it again, with growing pauses.
  log.fatal({ err: fault }, 'the worker cannot go on')
  process.exit(1)
}
