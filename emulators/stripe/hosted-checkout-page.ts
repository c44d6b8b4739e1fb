import type Stripe from 'stripe'
import { html, originsOf, pageResponse } from '../core/page.ts'
import type { Emulator } from './emulator.ts'
import { moneyText } from './money-text.ts'
import { idOf } from './move-money.ts'
import { debitOf } from './pay-session.ts'
import { successAddress } from './success-address.ts'

const BANNER = 'Test checkout — no card is charged. This page belongs to the local Stripe emulator.'

/**
 * The page on which a person pays, or plays not being able to.
 * @param emailFault what is wrong with the e-mail address; null when nothing is
 */
export function checkoutPage(emulator: Emulator, session: Stripe.Checkout.Session, emailFault: string | null): Response {
  const currency = session.currency ?? 'usd'
  const items = emulator.state.lineItems[session.id] ?? []
  const intent = emulator.state.paymentIntents[idOf(session.payment_intent) ?? '']
  const problem = intent?.last_payment_error?.message ?? null
  const main = html`
<h1>Pay for your order</h1>
<p class="total">${moneyText(session.amount_total ?? 0, currency)}</p>
<dl class="items">${items.map((item) => html`
<div><dt>${item.description}${(item.quantity ?? 1) > 1 && ` × ${item.quantity ?? 1}`}</dt><dd>${moneyText(item.amount_total, currency)}</dd></div>`)}
</dl>
${problem && html`<div class="problem" role="alert"><p>${problem} You can try again.</p></div>`}
<form method="post" action="/c/pay/${session.id}">
${emailField(session, emulator.state.sessionOrders[session.id]?.draftEmail ?? '', emailFault)}
${choices(session)}
</form>`
  const title = `Test checkout: ${moneyText(session.amount_total ?? 0, currency)}`
  return pageResponse({ title, banner: BANNER, main }, emailFault ? 422 : 200, originsOf(session.success_url, session.cancel_url))
}

function emailField(session: Stripe.Checkout.Session, draft: string, fault: string | null) {
  const locked = session.customer_email
  return html`<div class="field">
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="email" inputmode="email" required value="${locked ?? draft}"${locked && html` readonly`}${fault && html` aria-invalid="true" autofocus`}${(fault || locked) && html` aria-describedby="email-note"`}>
${fault && html`<p class="error" id="email-note">${fault}</p>`}
${!fault && locked && html`<p class="hint" id="email-note">Set by the shop; it cannot be changed here.</p>`}
</div>`
}

function choices(session: Stripe.Checkout.Session) {
  const isFree = session.amount_total === 0
  return html`
<button class="main" name="choice" value="pay">${isFree ? 'Complete order' : 'Pay now'}</button>
${!isFree && html`<button name="choice" value="decline">Pay with a declined card</button>`}
${debitOf(session) && html`<button name="choice" value="debit">Pay later by bank debit</button>`}
${session.cancel_url && html`<button class="quiet" name="choice" value="leave" formnovalidate>Leave without paying</button>`}`
}

/** What stands where a session is no longer open, or never was. */
export function closedPage(session: Stripe.Checkout.Session | null): Response {
  if (session?.status === 'complete') {
    const main = html`<h1>This order is complete</h1>
<p class="soft">${session.payment_status === 'unpaid' ? 'The bank debit has yet to clear.' : 'There is nothing left to pay.'}</p>
<p><a class="button main" href="${successAddress(session)}">Continue</a></p>`
    return pageResponse({ title: 'Test checkout: complete', banner: BANNER, main })
  }
  const back = session?.cancel_url
  const main = html`<h1>This checkout has ${session ? 'expired' : 'never been here'}</h1>
<p class="soft">Nothing was paid. Go back to the shop and start again.</p>
${back && html`<p><a class="button main" href="${back}">Back to the shop</a></p>`}`
  return pageResponse({ title: 'Test checkout: not open', banner: BANNER, main }, session ? 200 : 404)
}
