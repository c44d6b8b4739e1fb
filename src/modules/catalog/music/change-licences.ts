import { setPrice } from '#modules/commerce/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { changingProduct } from '../products/changing-product.ts'
import { kindFaces } from '../products/product-kinds.ts'
import type { Product } from '../products/products.queries.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'
import { insertLicence, listLicences, setLicenceRemoved, type Licence } from './licences.queries.ts'

const licencesMax = 12

/** A licence as it is to be from now on, its price in minor units. */
interface Wanted {
  name: string
  terms: string
  /** Null takes it off sale; 0 is refused. */
  priceCents: number | null
  /** ISO 4217 in small letters. */
  currency: string
  /** Sold once; after it the piece is for sale by no licence. */
  isExclusive?: boolean
}

/** Offers a piece of music under a licence. @throws InvalidInput without a price or past twelve, NotFound for what is no music, NotAllowed without offers.manage */
export async function addLicence(ctx: TenantCtx, input: Wanted & { productId: string }): Promise<void> {
  await changingLicences(ctx, input.productId, async ({ tx, product, licences }) => {
    if (licences.length >= licencesMax) throw new InvalidInput({ name: productBuilderWords().licencesMost(licencesMax) })
    const id = ctx.ids.next()
    await insertLicence(tx, { ...input, organizationId: ctx.organizationId, id, productId: product.id, isExclusive: input.isExclusive ?? false, replaces: null })
    await offerLicence(ctx, tx, { product, licence: { id, name: input.name, isExclusive: input.isExclusive ?? false }, price: input })
  })
}

/** Changes a licence. Other words are another licence, so that who bought the old one keeps its words, and so is one that is sold once; another price is another offer. */
export async function changeLicence(ctx: TenantCtx, input: Wanted & { productId: string; licenceId: string }): Promise<void> {
  await changingLicences(ctx, input.productId, async ({ tx, product, licences }) => {
    const current = requireLicence(licences, input.licenceId)
    const isExclusive = input.isExclusive ?? false
    if (current.name === input.name && current.terms === input.terms && current.isExclusive === isExclusive) {
      await offerLicence(ctx, tx, { product, licence: current, price: input })
      return
    }
    const id = ctx.ids.next()
    await insertLicence(tx, { ...input, organizationId: ctx.organizationId, id, productId: product.id, isExclusive, replaces: current.id })
    await takeAway(ctx, tx, product, current)
    await offerLicence(ctx, tx, { product, licence: { id, name: input.name, isExclusive }, price: input })
  })
}

/** Takes a licence off sale for good; who has it keeps it. @throws InvalidInput for the last one of music on the site */
export async function removeLicence(ctx: TenantCtx, input: { productId: string; licenceId: string }): Promise<void> {
  await changingLicences(ctx, input.productId, async ({ tx, product, licences }) => {
    const current = requireLicence(licences, input.licenceId)
    if (product.status !== 'draft' && licences.length === 1) throw new InvalidInput({ name: productBuilderWords().needsLicence })
    await takeAway(ctx, tx, product, current)
  })
}

/** Takes all prices of a product's licences off, when it is deleted. The caller holds the product and `offers.manage`. */
export async function retireLicences(ctx: TenantCtx, tx: Tx, product: Product): Promise<void> {
  for (const licence of await listLicences(tx, ctx.organizationId, [product.id])) await takeAway(ctx, tx, product, licence)
}

async function takeAway(ctx: TenantCtx, tx: Tx, product: Product, licence: Licence): Promise<void> {
  await setLicenceRemoved(tx, ctx.organizationId, licence.id, ctx.clock.now())
  await setPrice(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), subjectKind: 'licence', subjectId: licence.id, title: product.title, priceCents: null, currency: 'eur' })
}

/** Its one part is the product: paying, refunding and access are those of a bundle of one. */
async function offerLicence(ctx: TenantCtx, tx: Tx, { product, licence, price }: { product: Product; licence: Pick<Licence, 'id' | 'name' | 'isExclusive'>; price: Wanted }): Promise<void> {
  if (price.priceCents === null || price.priceCents === 0) throw new InvalidInput({ price: productBuilderWords().licenceHasPrice })
  await setPrice(tx, {
    organizationId: ctx.organizationId, id: ctx.ids.next(), subjectKind: 'licence', subjectId: licence.id, title: `${product.title} (${licence.name})`,
    isExclusive: licence.isExclusive, parts: [{ id: ctx.ids.next(), subjectKind: 'product', subjectId: product.id, title: product.title }], priceCents: price.priceCents, currency: price.currency,
  })
}

function requireLicence(licences: readonly Licence[], licenceId: string): Licence {
  const licence = licences.find(({ id }) => id === licenceId)
  if (!licence) throw new NotFound('no such licence')
  return licence
}

async function changingLicences(ctx: TenantCtx, productId: string, work: (opened: { tx: Tx; product: Product; licences: Licence[] }) => Promise<void>): Promise<void> {
  await changingProduct(ctx, productId, async ({ tx, product, role }) => {
    requirePermission(role, 'offers.manage')
    if (!kindFaces[product.kind].isMusic) throw new NotFound('what is no music has no licences')
    await work({ tx, product, licences: await listLicences(tx, ctx.organizationId, [product.id]) })
  })
}
