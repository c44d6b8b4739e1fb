import { listLeads, readProductBuilder } from '#modules/catalog/index.ts'
import type { Route } from './+types/product-addresses-csv.ts'
import { answering } from '../../respond.ts'
import { csvAnswer } from '../csv-answer.ts'
import { openBooks, readId } from '../orders/books-visit.ts'

/** The addresses as a table for other programs, with the words that each agreed to. */
export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx } = await openBooks(context, request, 'people.addresses')
  const { product } = await readProductBuilder(ctx, readId(params.productId))
  const { leads } = await listLeads(ctx, { productId: product.id, before: null, isWhole: true })
  const lines = leads.map((lead) => ({
    'E-mail': lead.email,
    'Agreed to': lead.consentText,
    'Asked at': lead.askedAt.toISOString(),
    'Confirmed at': lead.confirmedAt?.toISOString() ?? null,
    'Stopped at': lead.unsubscribedAt?.toISOString() ?? null,
  }))
  return csvAnswer(`${product.slug}-addresses.csv`, lines)
})
