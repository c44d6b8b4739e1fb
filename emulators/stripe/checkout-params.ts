import { z } from 'zod'
import { amount, flag, integer, list, listParams, metadata, params, range, text } from './params.ts'

const webAddress = text.refine((value) => URL.canParse(value.replace('{CHECKOUT_SESSION_ID}', 'x')), 'Not a valid URL')
const currency = text.regex(/^[a-z]{3}$/i, 'must be a three-letter ISO code').transform((code) => code.toLowerCase())

const lineItem = z.strictObject({
  price_data: z.strictObject({
    currency,
    unit_amount: amount,
    tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
    product_data: z.strictObject({
      name: text,
      description: text.optional(),
      images: list(text).optional(),
      metadata: metadata.optional(),
      tax_code: text.optional(),
      unit_label: text.optional(),
    }),
  }),
  quantity: integer.pipe(z.number().min(1).max(999_999)),
  metadata: metadata.optional(),
})

const paymentIntentData = z.strictObject({
  application_fee_amount: amount.optional(),
  transfer_data: z.strictObject({ destination: text, amount: amount.optional() }).optional(),
  metadata: metadata.optional(),
  description: text.optional(),
  receipt_email: text.optional(),
  statement_descriptor_suffix: text.optional(),
  transfer_group: text.optional(),
  on_behalf_of: text.optional(),
})

/** What `checkout.sessions.create` takes here. Stripe takes more; the README lists what is left out. */
export const sessionCreate = params({
  mode: z.enum(['payment', 'subscription', 'setup']),
  line_items: list(lineItem),
  success_url: webAddress,
  cancel_url: webAddress.optional(),
  client_reference_id: text.max(200).optional(),
  customer: text.optional(),
  customer_email: text.max(512).optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  metadata: metadata.optional(),
  payment_intent_data: paymentIntentData.optional(),
  // `payment_method_types` left this call with the pinned version; a list here only filters.
  allowed_payment_method_types: list(z.enum(['card', 'sepa_debit', 'us_bank_account', 'bacs_debit'])).optional(),
  expires_at: integer.optional(),
  locale: text.optional(),
  submit_type: z.enum(['auto', 'book', 'donate', 'pay', 'subscribe']).optional(),
  ui_mode: z.enum(['hosted_page']).optional(),
  currency: currency.optional(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  allow_promotion_codes: flag.optional(),
  origin_context: z.enum(['mobile_app', 'web']).optional(),
  integration_identifier: text.optional(),
})

export const sessionList = listParams({
  created: range.optional(),
  customer: text.optional(),
  customer_details: z.strictObject({ email: text }).optional(),
  payment_intent: text.optional(),
  status: z.enum(['complete', 'expired', 'open']).optional(),
})

export type SessionCreate = z.infer<typeof sessionCreate>
