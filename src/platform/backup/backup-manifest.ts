import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const savedTableSchema = z.object({
  schema: z.string(),
  name: z.string(),
  /** In the order in which the file has them; generated columns are left out. */
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Of the text before it was compressed. */
  bytes: z.number().int(),
  sha256,
  /** The same for the same rows, in whatever order they lie. */
  rowMark: sha256,
  file: z.string().regex(/^tables\/[^/]+$/),
})

const savedDatabaseSchema = z.object({
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256 })),
  /** The newest step of the queue's own tables, which its library makes. */
  queueStep: z.number().int(),
  tables: z.array(savedTableSchema),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
})

const manifestSchema = z.object({
  format: z.literal(1),
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  release: z.string(),
  database: savedDatabaseSchema,
  files: z.object({ count: z.number().int(), bytes: z.number().int(), sha256 }),
  /** What a person compares: counts and sums by their name, taken at the same moment as the rows. */
  figures: z.record(z.string(), z.string()),
  secret: z.object({ fingerprint: z.string(), isInside: z.boolean() }),
})

/** A table as it was saved. */
export type SavedTable = z.infer<typeof savedTableSchema>
/** All that is needed to make the same database elsewhere. */
export type SavedDatabase = z.infer<typeof savedDatabaseSchema>
/** What a backup says of itself. It is written last, so a backup without it is unfinished. */
export type BackupManifest = z.infer<typeof manifestSchema>

/** The backup cannot be used as it is: unfinished, changed, or of another release. The message says which. */
export class BackupUnusable extends Error {}

export const manifestName = 'manifest.json'

/**
 * Reads what a backup says of itself.
 *
 * @param folder the backup
 * @throws BackupUnusable when there is none, or none that this release understands
 */
export function readManifest(folder: string): BackupManifest {
  let text: string
  try {
    text = readFileSync(join(folder, manifestName), 'utf8')
  } catch {
    throw new BackupUnusable(`${folder} has no ${manifestName}: it is no backup, or one that was broken off. Nothing was changed.`)
  }
  const read = manifestSchema.safeParse(tryParse(text))
  if (read.success) return read.data

  throw new BackupUnusable(`${join(folder, manifestName)} is not understood by this release (${read.error.issues[0]?.path.join('.') || 'no JSON'}). Nothing was changed.`)
}

/** Tells whether two secrets are the same without telling either. */
export function secretFingerprint(appSecret: string): string {
  return createHmac('sha256', appSecret).update('is this the secret of the backup').digest('base64url')
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
