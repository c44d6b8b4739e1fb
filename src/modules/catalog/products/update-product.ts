import type { TenantCtx } from '#platform/ctx.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { sanitiseRichText } from '../rich-text/sanitise-rich-text.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'
import { changingProduct } from './changing-product.ts'
import { kindFaces } from './product-kinds.ts'
import type { ProductSettings } from './product.schema.ts'
import { updateProductRow } from './products.queries.ts'

/**
 * Writes a product's settings. Keys are given to whoever buys from now on; who bought before has none.
 *
 * @throws InvalidInput beside the slug when another product has it, beside the keys when this kind gives none
 */
export async function updateProduct(ctx: TenantCtx, input: ProductSettings & { productId: string }): Promise<void> {
  const words = productBuilderWords()
  try {
    await changingProduct(ctx, input.productId, async ({ tx, product }) => {
      const { mayGiveKeys } = kindFaces[product.kind]
      if (input.givesLicenceKeys && !mayGiveKeys) throw new InvalidInput({ givesLicenceKeys: words.givesNoKeys })

      await updateProductRow(tx, ctx.organizationId, product.id, {
        title: input.title,
        slug: input.slug,
        summary: input.summary,
        description_html: sanitiseRichText(input.descriptionHtml),
        gives_licence_keys: input.givesLicenceKeys,
        answers_licence_checks: input.answersLicenceChecks,
        downloads_max: input.downloadsMax,
        consent_text: input.consentText,
      })
    })
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault
    throw new InvalidInput({ slug: words.addressTaken(input.slug) })
  }
}
