import type { Client } from 'pg'
import { liveChannel } from './publish-live.queries.ts'

/** What the database said. */
export interface Word {
  key: string
}

/** Connects and listens; each word that was published from then on is given to `hear`. */
export async function listenOn(client: Client, hear: (word: Word) => void): Promise<void> {
  client.on('notification', ({ channel, payload }) => {
    if (channel === liveChannel && payload) hear({ key: payload })
  })
  await client.connect()
  await client.query(`set statement_timeout = '5s'; listen ${liveChannel}`)
}
