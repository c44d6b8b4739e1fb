import {
  addLicence, addVersion, addVersionFile, changeLicence, publishProduct, putBackOnSale, readProductBuilder, releaseVersion, removeLicence, removeMusicPreview, removeVersion, removeVersionFile, setBundleParts, setMusicFacts, setMusicPreview, setProductPrice, withdrawVersion,
} from '#modules/catalog/index.ts'
import { licenceSchema, musicFactsSchema, previewSchema } from '#modules/catalog/music/music.schema.ts'
import { newVersionSchema } from '#modules/catalog/products/product.schema.ts'
import { priceSchema } from '#modules/catalog/catalog.schema.ts'
import { productBuilderWords } from '#modules/catalog/ui/words/product-builder-words.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { parseForm } from '../../parse-form.ts'
import type { App } from '../../../wiring.ts'
import { wordOf } from '../courses/form-answer.ts'

/** Which product, in which currency. */
interface Place {
  productId: string
  currency: string
  app: App
}

type Deed = (ctx: TenantCtx, place: Place, form: FormData) => Promise<string | null>

const versionOf = (place: Place, form: FormData) => ({ productId: place.productId, versionId: wordOf(form, 'versionId') })

/** What the forms of the builder may ask for; each gives the sentence to say, or none where the page shows it. */
const deeds: Record<string, Deed> = {
  'add-version': async (ctx, { productId }, form) => {
    await addVersion(ctx, { productId, ...parseForm(newVersionSchema, form) })
    return null
  },
  'add-file': async (ctx, place, form) => {
    await addVersionFile(ctx, { ...versionOf(place, form), fileId: wordOf(form, 'fileId') })
    return null
  },
  'remove-file': async (ctx, place, form) => {
    await removeVersionFile(ctx, { ...versionOf(place, form), fileId: wordOf(form, 'fileId') })
    return null
  },
  'remove-version': async (ctx, place, form) => {
    await removeVersion(ctx, versionOf(place, form))
    return null
  },
  release: async (ctx, place, form) => {
    await releaseVersion(ctx, versionOf(place, form))
    return productBuilderWords().released
  },
  withdraw: async (ctx, place, form) => {
    await withdrawVersion(ctx, versionOf(place, form))
    return productBuilderWords().releaseTakenBack
  },
  'set-parts': async (ctx, { productId }, form) => {
    await setBundleParts(ctx, { productId, subjectIds: readParts(form) })
    return productBuilderWords().bundleSaved
  },
  'set-price': async (ctx, { productId, currency }, form) => {
    const words = productBuilderWords()
    const { price } = parseForm(priceSchema, form)
    const { product, price: before } = await readProductBuilder(ctx, productId)
    await setProductPrice(ctx, { productId, priceCents: price, currency })
    if (price === null) return words.hasNoPrice
    if (price === 0) return words.isFreeNow
    return product.status !== 'draft' && before ? words.priceSavedOldAtCheckout : words.priceSaved
  },
  'set-music': async (ctx, { productId }, form) => {
    await setMusicFacts(ctx, { productId, ...parseForm(musicFactsSchema, form) })
    return productBuilderWords().saved
  },
  'set-preview': async (ctx, { productId }, form) => {
    await setMusicPreview(ctx, { productId, ...parseForm(previewSchema, form) })
    return productBuilderWords().everybodyHears
  },
  'remove-preview': async (ctx, { productId }) => {
    await removeMusicPreview(ctx, { productId })
    return productBuilderWords().previewTaken
  },
  'add-licence': async (ctx, { productId, currency }, form) => {
    await addLicence(ctx, { productId, currency, ...readLicence(form) })
    return productBuilderWords().licenceOnSale
  },
  'change-licence': async (ctx, { productId, currency }, form) => {
    await changeLicence(ctx, { productId, currency, licenceId: wordOf(form, 'licenceId'), ...readLicence(form) })
    return productBuilderWords().licenceSaved
  },
  'remove-licence': async (ctx, { productId }, form) => {
    await removeLicence(ctx, { productId, licenceId: wordOf(form, 'licenceId') })
    return productBuilderWords().licenceOffSale
  },
  'put-back': async (ctx, { productId, app }) => {
    await putBackOnSale({ ...ctx, inSystem: app.systemCtx.inSystem }, { productId })
    return productBuilderWords().backOnSale
  },
  publish: async (ctx, { productId }) => {
    const words = productBuilderWords()
    const { isPaid } = await publishProduct(ctx, { productId, status: 'published' })
    const isSellable = !isPaid || (await readProductBuilder(ctx, productId)).isPayable
    return isSellable ? words.onYourSiteNow : words.onYourSiteNotPayable
  },
  unlist: async (ctx, { productId }) => {
    await publishProduct(ctx, { productId, status: 'unlisted' })
    return productBuilderWords().unlistedNow
  },
  unpublish: async (ctx, { productId }) => {
    await publishProduct(ctx, { productId, status: 'draft' })
    return productBuilderWords().draftAgain
  },
}

/**
 * Does what a form of the builder asks for.
 *
 * @returns the sentence to say, or null
 * @throws NotFound for a deed that there is not
 */
export async function changeProduct(ctx: TenantCtx, place: Place, form: FormData): Promise<string | null> {
  const intent = wordOf(form, 'intent')
  const deed = Object.hasOwn(deeds, intent) ? deeds[intent] : undefined
  if (!deed) throw new NotFound(`no deed ${intent} on a product`)
  return deed(ctx, place, form)
}

function readLicence(form: FormData): { name: string; terms: string; priceCents: number | null; isExclusive: boolean } {
  const { name, terms, price, isExclusive } = parseForm(licenceSchema, form)
  return { name, terms, priceCents: price, isExclusive }
}

/** The ticked boxes, in the order of the form. */
function readParts(form: FormData): string[] {
  return [...form].filter(([name]) => name.startsWith('part-')).map(([name, value]) => {
    if (value !== 'on') throw new InvalidInput({ [name]: productBuilderWords().tickOrLeave })
    return name.slice('part-'.length)
  })
}
