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
  /** Puts the same bytes under another key too. */
  copy(from: string, to: string): Promise<void>
  /** An address where the bytes can be read for some seconds, past this program; null where they go through it. */
  signLink(storageKey: string, link: { expiresInSeconds: number; mediaType: string; disposition: string }): Promise<string | null>
  /** The way for browsers to send straight to the store; null where uploads come through this program. */
  direct: DirectUploads | null
}

/** A piece that the store has. */
export interface SentPiece {
  /** From 1. */
  number: number
  sizeBytes: number
}

/** Uploads in pieces that do not pass through this program: it signs where each goes, and asks the store what has come. */
export interface DirectUploads {
  /** @returns what the store calls this upload */
  begin(storageKey: string): Promise<string>
  /** @returns what has come so far, in order; null when the store knows no such upload, because it is joined or given up */
  listSent(storageKey: string, uploadId: string): Promise<SentPiece[] | null>
  /** @returns the address to send one piece to by PUT, for an hour */
  signPiece(storageKey: string, uploadId: string, number: number): Promise<string>
  /** Makes one file of the pieces; nothing happens when that was done already. */
  join(storageKey: string, uploadId: string): Promise<void>
  /** Forgets the pieces; nothing happens when there are none. */
  abandon(storageKey: string, uploadId: string): Promise<void>
}
