import { listLeads, readProductBuilder } from '#modules/catalog/index.ts'
import type { Route } from './+types/product-addresses-csv.ts'
import { answering } from '../../respond.ts'
import { openBooks, readId } from '../orders/books-visit.ts'

/** The addresses as a table for other programs, with the words that each agreed to. */
export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx } = await openBooks(context, request, 'people.addresses')
  const { product } = await readProductBuilder(ctx, readId(params.productId))
  const { leads } = await listLeads(ctx, { productId: product.id, before: null, isWhole: true })
  const rows = leads.map((lead) => [lead.email, lead.consentText, lead.askedAt.toISOString(), lead.confirmedAt?.toISOString() ?? '', lead.unsubscribedAt?.toISOString() ?? ''])
  const text = [['email', 'agreed_to', 'asked_at', 'confirmed_at', 'stopped_at'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
  return new Response(`${text}\r\n`, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${product.slug}-addresses.csv"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })
})

/**
 * A cell that no spreadsheet reads as a formula.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${plain.replaceAll('"', '""')}"`
}
