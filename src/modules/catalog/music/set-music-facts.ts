import { findReadyFile } from '#modules/files/index.ts'
import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../catalog-ctx.ts'
import { changingProduct } from '../products/changing-product.ts'
import { kindFaces } from '../products/product-kinds.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'
import { writeMusicFacts } from './music.queries.ts'
import type { NewMusicFacts, NewPreview } from './music.schema.ts'

/** Says what a piece of music is found by. @throws NotFound for what is no music, NotAllowed without courses.manage */
export async function setMusicFacts(ctx: TenantCtx, input: NewMusicFacts & { productId: string }): Promise<void> {
  await changingMusic(ctx, input.productId, (tx) =>
    writeMusicFacts(tx, ctx.organizationId, input.productId, { bpm: input.bpm, musical_key: input.musicalKey, tags: input.tags }))
}

/** Puts a recording where everybody can hear it. @throws InvalidInput when the file is not here or nothing that plays */
export async function setMusicPreview(ctx: TenantCtx, input: NewPreview & { productId: string }): Promise<void> {
  const words = productBuilderWords()
  await changingMusic(ctx, input.productId, async (tx) => {
    const file = isId(input.fileId) ? await findReadyFile(tx, ctx.organizationId, input.fileId) : null
    if (!file) throw new InvalidInput({ fileId: words.fileGone })
    if (!file.mediaType.startsWith('audio/')) throw new InvalidInput({ fileId: words.previewPlays })
    await writeMusicFacts(tx, ctx.organizationId, input.productId, { preview_file_id: file.fileId, preview_seconds: input.seconds, peaks: input.peaks })
  })
}

/** Takes the preview away; the full files are not touched. */
export async function removeMusicPreview(ctx: TenantCtx, input: { productId: string }): Promise<void> {
  await changingMusic(ctx, input.productId, (tx) => writeMusicFacts(tx, ctx.organizationId, input.productId, { preview_file_id: null, preview_seconds: null, peaks: [] }))
}

async function changingMusic(ctx: TenantCtx, productId: string, work: (tx: Tx) => Promise<void>): Promise<void> {
  await changingProduct(ctx, productId, async ({ tx, product }) => {
    if (!kindFaces[product.kind].isMusic) throw new NotFound('what is no music has no such facts')
    await work(tx)
  })
}
