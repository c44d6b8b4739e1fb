import { findReadyFile } from '#modules/files/index.ts'
import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../catalog-ctx.ts'
import { changingProduct } from '../products/changing-product.ts'
import { VersionReleased } from '../products/product-errors.ts'
import { kindFaces } from '../products/product-kinds.ts'
import type { NewVersion } from '../products/product.schema.ts'
import type { Product } from '../products/products.queries.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'
import { deleteVersion, deleteVersionFile, insertVersion, insertVersionFile, listVersions, setReleased, type Version } from './versions.queries.ts'

interface Place {
  productId: string
  versionId: string
}

/** Begins a version. @throws InvalidInput beside the label when the product has one of that name */
export async function addVersion(ctx: TenantCtx, input: NewVersion & { productId: string }): Promise<void> {
  try {
    await changingProduct(ctx, input.productId, async ({ tx, product }) => {
      if (kindFaces[product.kind].holds !== 'files') throw new NotFound('a version of what holds no files')
      await insertVersion(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), productId: product.id, label: input.label, notes: input.notes })
    })
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault
    throw new InvalidInput({ label: productBuilderWords().versionThere(input.label) })
  }
}

/** Puts a file into a version that is not released. @throws InvalidInput when the file is not here; VersionReleased */
export async function addVersionFile(ctx: TenantCtx, input: Place & { fileId: string }): Promise<void> {
  await changingVersion(ctx, input, async (tx, { version }) => {
    if (version.releasedAt) throw new VersionReleased()
    const file = isId(input.fileId) ? await findReadyFile(tx, ctx.organizationId, input.fileId) : null
    if (!file) throw new InvalidInput({ fileId: productBuilderWords().fileGone })
    await insertVersionFile(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), versionId: version.id, fileId: file.fileId, name: file.name, sizeBytes: file.sizeBytes })
  })
}

/** Takes a file out of a version that is not released. @throws NotFound when it is not in it; VersionReleased */
export async function removeVersionFile(ctx: TenantCtx, input: Place & { fileId: string }): Promise<void> {
  await changingVersion(ctx, input, async (tx, { version }) => {
    if (version.releasedAt) throw new VersionReleased()
    if (!version.files.some(({ fileId }) => fileId === input.fileId)) throw new NotFound()
    await deleteVersionFile(tx, ctx.organizationId, version.id, input.fileId)
  })
}

/** Gives a version to everybody who has the product. @throws InvalidInput for one without files */
export async function releaseVersion(ctx: TenantCtx, input: Place): Promise<void> {
  await changingVersion(ctx, input, async (tx, { version }) => {
    if (version.files.length === 0) throw new InvalidInput({ fileId: productBuilderWords().addFileFirst })
    if (!version.releasedAt) await setReleased(tx, ctx.organizationId, version.id, ctx.clock.now())
  })
}

/** Takes a release back: buyers get the one before again. @throws InvalidInput for the only one of a product on the site */
export async function withdrawVersion(ctx: TenantCtx, input: Place): Promise<void> {
  await changingVersion(ctx, input, async (tx, { version, product, all }) => {
    const others = all.filter(({ id, releasedAt }) => id !== version.id && releasedAt)
    if (product.status !== 'draft' && others.length === 0) throw new InvalidInput({ fileId: productBuilderWords().buyersWouldHaveNothing })
    await setReleased(tx, ctx.organizationId, version.id, null)
  })
}

/** Removes a version that is not released. @throws VersionReleased */
export async function removeVersion(ctx: TenantCtx, input: Place): Promise<void> {
  await changingVersion(ctx, input, async (tx, { version }) => {
    if (version.releasedAt) throw new VersionReleased()
    await deleteVersion(tx, ctx.organizationId, version.id)
  })
}

async function changingVersion(ctx: TenantCtx, input: Place, work: (tx: Tx, found: { version: Version; product: Product; all: Version[] }) => Promise<void>): Promise<void> {
  await changingProduct(ctx, input.productId, async ({ tx, product }) => {
    const all = await listVersions(tx, ctx.organizationId, product.id)
    const version = all.find(({ id }) => id === input.versionId)
    if (!version) throw new NotFound()
    await work(tx, { version, product, all })
  })
}
