import { readEnvironment } from './read-environment.ts'
import { startInngestEmulator } from './start-inngest-emulator.ts'

try {
  const emulator = await startInngestEmulator(readEnvironment(process.env))
  const stop = () => void emulator.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Last: whoever reads this line may stop the program at once.
  console.log(`inngest emulator listening on ${emulator.url}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
