import { readEnvironment } from './read-environment.ts'
import { startStripeEmulator } from './start-stripe-emulator.ts'

try {
  const emulator = await startStripeEmulator(readEnvironment(process.env))
  const stop = () => void emulator.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Last: whoever reads this line may stop the program at once.
  console.log(`stripe emulator listening on ${emulator.url}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
