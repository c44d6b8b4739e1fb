import { LRUCache } from 'lru-cache'

/** An answer that every visitor may have, in each way in which it can be sent. */
export interface SharedPage {
  headers: Record<string, string>
  etag: string
  bodies: Record<Encoding, Buffer>
}

/** How a body is packed. */
export type Encoding = 'br' | 'gzip' | 'identity'

/** The right to make a page: nobody else makes it meanwhile. */
export interface Claim {
  /**
   * Keeps what was made, unless something under its tag has changed since the claim began.
   *
   * @param tag whose page it is: the school's id
   */
  keep(tag: string, page: SharedPage): void
  /** Gives the claim back. Whoever waits for it goes on. @param isShared that others could have had the answer too */
  end(isShared: boolean): void
}

/** Somebody makes the page already. Resolves with what came of it. */
export type Waiting = Promise<'made' | 'not-shared'>

const pageBytesMax = 2 * 1024 ** 2
/** Links to pictures on a page are good for an hour. */
const keptMs = 5 * 60_000

/**
 * Pages that are the same for every visitor, in the memory of one process. A page is given out only while this process
 * hears what changes: see `hold` and `open`.
 */
export class PageCache {
  readonly #pages: LRUCache<string, { tag: string; page: SharedPage }>
  readonly #keys = new Map<string, Set<string>>()
  readonly #claims = new Map<string, { changed: Set<string>; done: Waiting }>()
  #isOpen = false

  /** @param bytesMax how much is kept at most; what was not asked for longest goes first */
  constructor(bytesMax: number) {
    this.#pages = new LRUCache({
      maxSize: Math.max(1, bytesMax),
      maxEntrySize: pageBytesMax,
      ttl: keptMs,
      sizeCalculation: ({ page: { bodies } }) => 1024 + bodies.identity.length + bodies.br.length + bodies.gzip.length,
      dispose: ({ tag }, key) => this.#keys.get(tag)?.delete(key),
    })
  }

  /** What is kept under a key; undefined if nothing is, or if changes cannot be heard at the moment. */
  get(key: string): SharedPage | undefined {
    return this.#isOpen ? this.#pages.get(key)?.page : undefined
  }

  /** Whether changes can be heard at the moment. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Claims a page that is not there. @returns the claim, or the promise of whoever claimed it before */
  claim(key: string): Claim | Waiting {
    const before = this.#claims.get(key)
    if (before) return before.done

    const { promise, resolve } = Promise.withResolvers<Awaited<Waiting>>()
    const mine = { changed: new Set<string>(), done: promise }
    this.#claims.set(key, mine)
    return {
      keep: (tag, page) => {
        if (this.#isOpen && this.#claims.get(key) === mine && !mine.changed.has(tag)) this.#keep(key, tag, page)
      },
      end: (isShared) => {
        if (this.#claims.get(key) === mine) this.#claims.delete(key)
        resolve(isShared ? 'made' : 'not-shared')
      },
    }
  }

  /** Something changed that pages under this tag show. */
  drop(tag: string): void {
    for (const { changed } of this.#claims.values()) changed.add(tag)
    for (const key of this.#keys.get(tag) ?? []) this.#pages.delete(key)
    this.#keys.delete(tag)
  }

  /** Changes can be heard from now on. What is being made may have missed some, and is not kept. */
  open(): void {
    this.#claims.clear()
    this.#isOpen = true
  }

  /** Changes cannot be heard any more: nothing is given out or kept until `open`, and all is forgotten. */
  hold(): void {
    this.#isOpen = false
    this.#claims.clear()
    this.#pages.clear()
    this.#keys.clear()
  }

  #keep(key: string, tag: string, page: SharedPage): void {
    const keys = this.#keys.get(tag) ?? new Set()
    this.#keys.set(tag, keys.add(key))
    this.#pages.set(key, { tag, page })
  }
}
