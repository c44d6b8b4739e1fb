import type { Readable } from 'node:stream'

/** What is known of a stored file without reading it. */
export interface StoredBytes {
  sizeBytes: number
  modifiedAt: Date
}

/**
 * Where the bytes of files rest. Keys are made by this module (`<organization>/<file>.<ending>`); nothing a person
 * typed is ever part of one.
 *
 * @example
 * await storage.write(storageKey, bytes)
 * const stream = await storage.read(storageKey, { start: 0, end: 99 })
 */
export interface FileStorage {
  /** Takes a finished local file over; afterwards it is no longer at `path`. */
  takeIn(storageKey: string, path: string): Promise<void>
  /** Stores bytes that are in memory: small files, and those of demo schools. */
  write(storageKey: string, bytes: Uint8Array): Promise<void>
  /** @returns null when nothing rests under this key */
  find(storageKey: string): Promise<StoredBytes | null>
  /** Reads bytes `start` to `end`, both included. */
  read(storageKey: string, range: { start: number; end: number }): Promise<Readable>
  /** Removes the bytes; nothing happens when they are gone already. */
  remove(storageKey: string): Promise<void>
}
