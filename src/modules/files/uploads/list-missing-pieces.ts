import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { noteReceivedBytes, noteStoreUpload, type FileRow } from '../files.queries.ts'
import type { DirectUploads, SentPiece } from '../ports.ts'
import { requireUpload } from './require-upload.ts'

/** What a browser still has to send, and where to. */
export interface MissingPieces {
  /** The size of every piece but the last. */
  pieceBytes: number
  receivedBytes: number
  /** The next ones in order; when there are none, all of it has come. */
  missing: { number: number; url: string }[]
}

/** S3 takes no smaller piece but the last, and ten thousand of them at most. */
const [pieceBytesMin, piecesMax] = [16 * 1024 ** 2, 5000]
/** Links that are signed for one answer. */
const linksAtOnce = 20

/**
 * Says which pieces of an upload the store lacks, by what the store itself says: so it goes on after any interruption,
 * of the browser, of the connection and of this program.
 *
 * @throws NotAllowed without files.manage; NotFound when it is no upload that is under way
 */
export async function listMissingPieces(ctx: TenantCtx, direct: DirectUploads, fileId: string): Promise<MissingPieces> {
  const row = await requireUpload(ctx, fileId)
  if (row.status !== 'uploading') throw new NotFound('this upload is over')

  const uploadId = row.store_upload_id ?? (await beginInStore(ctx, direct, row))
  const sent = await direct.listSent(row.storage_key, uploadId)
  const pieceBytes = pieceBytesOf(row.size_bytes)
  // Nothing is known of what is joined already: then all of it is there.
  const missing = sent === null ? [] : missingOf(row.size_bytes, sent)
  const receivedBytes = sent === null ? row.size_bytes : sent.reduce((sum, piece) => sum + piece.sizeBytes, 0)
  // This also keeps it from being cleared away as abandoned.
  await ctx.inTenant(({ tx }) => noteReceivedBytes(tx, fileId, receivedBytes))
  const links = missing.slice(0, linksAtOnce).map(async (number) => ({ number, url: await direct.signPiece(row.storage_key, uploadId, number) }))
  return { pieceBytes, receivedBytes, missing: await Promise.all(links) }
}

/** The size of the pieces of a file, the same whenever it is asked. */
export function pieceBytesOf(sizeBytes: number): number {
  const mebibyte = 1024 ** 2
  return Math.max(pieceBytesMin, Math.ceil(sizeBytes / piecesMax / mebibyte) * mebibyte)
}

/** The numbers of the pieces that the store lacks or has in another size than was meant. */
export function missingOf(sizeBytes: number, sent: readonly SentPiece[]): number[] {
  const pieceBytes = pieceBytesOf(sizeBytes)
  const count = Math.max(1, Math.ceil(sizeBytes / pieceBytes))
  const there = new Map(sent.map((piece) => [piece.number, piece.sizeBytes]))
  const meant = (number: number) => (number < count ? pieceBytes : sizeBytes - pieceBytes * (count - 1))
  return Array.from({ length: count }, (_, index) => index + 1).filter((number) => there.get(number) !== meant(number))
}

async function beginInStore(ctx: TenantCtx, direct: DirectUploads, row: FileRow): Promise<string> {
  const begun = await direct.begin(row.storage_key)
  if (await ctx.inTenant(({ tx }) => noteStoreUpload(tx, row.id, begun))) return begun

  await direct.abandon(row.storage_key, begun)
  const { store_upload_id: first } = await requireUpload(ctx, row.id)
  if (!first) throw new NotFound('the upload was cancelled while it began')
  return first
}
