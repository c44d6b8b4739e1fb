import type Stripe from 'stripe'
import type { SessionCreate } from './checkout-params.ts'
import type { Emulator } from './emulator.ts'
import { newId } from './emulator.ts'
import { bankDebitFor } from './payment-method.ts'

/**
 * Draws up an open session from checked parameters.
 * @param total minor units of all line items
 */
export function buildSession(emulator: Emulator, given: SessionCreate, currency: string, total: number): Stripe.Checkout.Session {
  const id = newId(emulator, 'cs_test_', 42)
  const debit = bankDebitFor(currency)
  const possible = debit ? ['card', debit] : ['card']
  const allowed = given.allowed_payment_method_types
  return {
    id, object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null, allow_promotion_codes: given.allow_promotion_codes ?? null,
    allowed_payment_method_types: allowed ?? null,
    amount_subtotal: total, amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: given.billing_address_collection ?? null,
    cancel_url: given.cancel_url ?? null, client_reference_id: given.client_reference_id ?? null,
    client_secret: null, collected_information: null, consent: null, consent_collection: null,
    created: emulator.clock.now(), currency, currency_conversion: null, custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: null, customer_account: null, customer_creation: given.customer_creation ?? 'if_required',
    customer_details: given.customer_email ? customerDetails(given.customer_email, null) : null,
    customer_email: given.customer_email ?? null, discounts: [],
    expires_at: given.expires_at ?? emulator.clock.now() + 24 * 3600,
    integration_identifier: given.integration_identifier ?? null, invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: { account_tax_ids: null, custom_fields: null, description: null, footer: null, issuer: null, metadata: {}, rendering_options: null },
    },
    livemode: false, locale: given.locale ?? null, managed_payments: { enabled: false },
    metadata: given.metadata ?? {}, mode: 'payment', origin_context: given.origin_context ?? null,
    payment_intent: null, payment_link: null, payment_method_collection: 'if_required',
    payment_method_configuration_details: null, payment_method_options: {},
    payment_method_types: allowed ? possible.filter((kind) => allowed.some((one) => one === kind)) : possible,
    payment_status: total === 0 ? 'no_payment_required' : 'unpaid',
    permissions: null, phone_number_collection: { enabled: false }, recovered_from: null,
    saved_payment_method_options: null, setup_intent: null, shipping_address_collection: null,
    shipping_cost: null, shipping_options: [], status: 'open', submit_type: given.submit_type ?? null,
    subscription: null, success_url: given.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page', url: `${emulator.publicUrl}/c/pay/${id}`, wallet_options: null,
  }
}

/** What a session knows of who paid. */
export function customerDetails(email: string, name: string | null): Stripe.Checkout.Session.CustomerDetails {
  return { address: null, business_name: null, email, individual_name: null, name, phone: null, tax_exempt: 'none', tax_ids: null }
}

/** The line items as Stripe keeps them: each with a price and a product made on the spot. */
export function buildLineItems(emulator: Emulator, given: SessionCreate, currency: string): Stripe.LineItem[] {
  return given.line_items.map((item) => {
    const total = item.price_data.unit_amount * item.quantity
    return {
      id: newId(emulator, 'li_'), object: 'item', adjustable_quantity: null, amount_discount: 0,
      amount_subtotal: total, amount_tax: 0, amount_total: total, currency,
      description: item.price_data.product_data.name, metadata: item.metadata ?? {},
      price: buildPrice(emulator, item, currency), quantity: item.quantity,
    }
  })
}

function buildPrice(emulator: Emulator, item: SessionCreate['line_items'][number], currency: string): Stripe.Price {
  const price = {
    id: newId(emulator, 'price_'), object: 'price' as const, active: false, billing_scheme: 'per_unit' as const,
    created: emulator.clock.now(), currency, custom_unit_amount: null, livemode: false, lookup_key: null,
    metadata: {}, nickname: null, product: newId(emulator, 'prod_', 14), recurring: null,
    tax_behavior: item.price_data.tax_behavior ?? 'unspecified', tiers_mode: null, transform_quantity: null,
    type: 'one_time' as const, unit_amount: item.price_data.unit_amount,
    unit_amount_decimal: String(item.price_data.unit_amount),
  }
  // The SDK types the decimal as an object it makes itself; on the wire it is text.
  return price as unknown as Stripe.Price
}
