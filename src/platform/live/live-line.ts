import type { Client } from 'pg'
import { newDirectClient, type DirectSource } from '#platform/db/direct-connection.ts'
import { hasNoSessions } from '#platform/db/logins.ts'
import { log } from '#platform/log/log.ts'
import { listenOn, type Word } from './listen.queries.ts'

/** Somebody who wants to know when a topic speaks. */
export interface Follower {
  /** The topics' keys, as `topicKey` writes them. */
  keys: { has(key: string): boolean }
  /** A topic spoke. */
  hear(key: string): void
  /** The line was cut and stands again: what was said meanwhile is lost, so everything may have changed. */
  refresh(): void
  /** The line is cut: nothing is heard until `refresh`. */
  cut?(): void
}

/** The one line of a process to the database's words. */
export interface LiveLine {
  /** Begins to follow. Resolves when the line stands: from then on no word is missed. */
  follow(follower: Follower): Promise<void>
  unfollow(follower: Follower): void
  close(): Promise<void>
  /** Whether it hears words; one that does not tells everybody to look anew from time to time. */
  readonly hears: boolean
}

const lookEveryMs = 5000
const idleMs = 10_000
const proofEveryMs = 30_000
const backoffMs = [100, 250, 500, 1000, 2000, 5000]

/**
 * One LISTEN connection, opened when somebody follows and kept standing for as long as anybody does: after a cut it is
 * opened again, with growing pauses, and everyone is told to look anew.
 *
 * @param source where the database is; a transaction pooler carries no LISTEN, so the direct way is taken, and where
 * there is none, everybody is told to look anew every five seconds
 */
export function openLiveLine(source: DirectSource): LiveLine {
  if (!hasNoSessions(source)) return new ListeningLine(source)

  log.info('the database is reached through a pooler alone: open pages look anew every five seconds, and no page is kept. DATABASE_DIRECT_URL lets them hear of changes at once')
  return lookingLine()
}

function lookingLine(): LiveLine {
  const followers = new Map<Follower, NodeJS.Timeout>()
  const unfollow = (follower: Follower) => {
    clearInterval(followers.get(follower))
    followers.delete(follower)
  }
  return {
    hears: false,
    async follow(follower) {
      followers.set(follower, setInterval(() => follower.refresh(), lookEveryMs).unref())
    },
    unfollow,
    async close() {
      for (const follower of [...followers.keys()]) unfollow(follower)
    },
  }
}

class ListeningLine implements LiveLine {
  readonly hears = true
  readonly #source: DirectSource
  readonly #followers = new Set<Follower>()
  readonly #waiting = new Set<() => void>()
  #client: Client | null = null
  #isStanding = false
  #cuts = 0
  #next: NodeJS.Timeout | undefined
  #idle: NodeJS.Timeout | undefined

  constructor(source: DirectSource) {
    this.#source = source
  }

  async follow(follower: Follower): Promise<void> {
    this.#followers.add(follower)
    clearTimeout(this.#idle)
    if (!this.#client && this.#cuts === 0) this.#connect()
    if (!this.#isStanding) await new Promise<void>((done) => this.#waiting.add(done))
  }

  unfollow(follower: Follower): void {
    this.#followers.delete(follower)
    if (this.#followers.size > 0) return

    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => void this.close(), idleMs)
    this.#idle.unref()
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = null
    this.#isStanding = false
    this.#cuts = 0
    this.#waiting.clear()
    clearTimeout(this.#next)
    clearTimeout(this.#idle)
    client?.on('error', () => {})
    await client?.end().catch(() => {})
  }

  #connect(): void {
    const client = newDirectClient(this.#source, 'coursecove-live')
    this.#client = client
    client.once('error', (fault: Error) => this.#cut(client, fault))
    listenOn(client, (word) => this.#hear(word)).then(
      () => client === this.#client && this.#stand(client),
      (fault: Error) => this.#cut(client, fault),
    )
  }

  #hear({ key }: Word): void {
    for (const follower of this.#followers) if (follower.keys.has(key)) follower.hear(key)
  }

  #stand(client: Client): void {
    const wasCut = this.#cuts > 0
    this.#isStanding = true
    this.#cuts = 0
    for (const go of this.#waiting) go()
    this.#waiting.clear()
    if (wasCut) {
      log.info({ followers: this.#followers.size }, 'the live line stands again')
      for (const follower of this.#followers) follower.refresh()
    }
    this.#proveLater(client)
  }

  /** A connection can be dead without a word: a question finds out. */
  #proveLater(client: Client): void {
    this.#next = setTimeout(() => {
      client.query('select 1').then(
        () => client === this.#client && this.#proveLater(client),
        (fault: Error) => this.#cut(client, fault),
      )
    }, proofEveryMs)
  }

  #cut(client: Client, fault: Error): void {
    client.on('error', () => {})
    void client.end().catch(() => {})
    if (client !== this.#client) return

    this.#client = null
    this.#isStanding = false
    for (const follower of this.#followers) follower.cut?.()
    clearTimeout(this.#next)
    const pause = backoffMs[Math.min(this.#cuts, backoffMs.length - 1)] ?? 5000
    this.#cuts += 1
    log.warn({ reason: fault.message, againInMs: pause }, 'the live line was cut')
    this.#next = setTimeout(() => this.#connect(), pause)
  }
}
