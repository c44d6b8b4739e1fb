import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'

/** The embedded database, started again when it falls over. */
export interface KeptDatabase {
  url: string
  stop(): Promise<void>
}

const pauseMs = 1000

/**
 * Starts the embedded database and starts it again, on the same port, when it ends unasked: the programs that use it
 * find it where it was.
 *
 * @throws Error when the first start fails
 */
export async function keepDatabase(input: { dataDir: string; appSecret: string }): Promise<KeptDatabase> {
  let running: EmbeddedDatabase = await startEmbeddedDatabase(input)
  const port = Number(new URL(running.url).port)
  let isStopping = false
  let restarting: Promise<void> = Promise.resolve()

  const watch = (database: EmbeddedDatabase) => {
    void database.ended.then(() => {
      if (!isStopping) restarting = restart()
    })
  }
  async function restart(): Promise<void> {
    while (!isStopping) {
      console.error('! the database ended; starting it again')
      await new Promise((done) => setTimeout(done, pauseMs))
      try {
        running = await startEmbeddedDatabase({ ...input, port })
        return watch(running)
      } catch (fault) {
        console.error(fault instanceof Error ? fault.message : fault)
      }
    }
  }
  watch(running)

  return {
    url: running.url,
    async stop() {
      isStopping = true
      await restarting
      await running.stop()
    },
  }
}
