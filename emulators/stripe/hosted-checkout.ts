import type { Context, Hono } from 'hono'
import type Stripe from 'stripe'
import { z } from 'zod'
import { closedPage, checkoutPage } from './hosted-checkout-page.ts'
import type { Emulator } from './emulator.ts'
import { successAddress } from './success-address.ts'
import { declineCard, payLater, payNow } from './pay-session.ts'

const answerSchema = z.object({
  choice: z.enum(['pay', 'decline', 'debit', 'leave']),
  email: z.string().trim().max(512).default(''),
  name: z.string().trim().max(200).default(''),
})

/** Serves the page that a session's `url` leads to. It works without script, by real form posts. */
export function serveHostedCheckout(app: Hono, emulator: Emulator, flush: () => void): void {
  app.get('/c/pay/:id', (context) => {
    const session = emulator.state.sessions[context.req.param('id')]
    if (session?.status !== 'open') return closedPage(session ?? null)
    return checkoutPage(emulator, session, null)
  })
  app.post('/c/pay/:id', async (context) => {
    const form = answerSchema.safeParse(await context.req.parseBody())
    const session = emulator.state.sessions[context.req.param('id')]
    if (!session) return closedPage(null)
    if (!form.success) return checkoutPage(emulator, session, 'Choose one of the buttons.')
    const response = answer(context, emulator, session, form.data)
    flush()
    return response
  })
}

function answer(context: Context, emulator: Emulator, session: Stripe.Checkout.Session, form: z.infer<typeof answerSchema>): Response {
  // A second press of the button finds the session complete and is led on like the first.
  if (session.status === 'complete') return context.redirect(successAddress(session), 303)
  if (session.status !== 'open') return closedPage(session)
  if (form.choice === 'leave') {
    return session.cancel_url ? context.redirect(session.cancel_url, 303) : checkoutPage(emulator, session, null)
  }

  const email = session.customer_email ?? form.email
  const order = emulator.state.sessionOrders[session.id]
  if (order) order.draftEmail = email
  emulator.changed()
  if (!z.email().safeParse(email).success) {
    return checkoutPage(emulator, session, 'Enter an e-mail address, like name@example.com.')
  }

  const buyer = { email, name: form.name || null }
  if (form.choice === 'pay') payNow(emulator, session, buyer)
  if (form.choice === 'debit') payLater(emulator, session, buyer)
  if (form.choice === 'decline') declineCard(emulator, session, buyer)
  return context.redirect(isComplete(session) ? successAddress(session) : `/c/pay/${session.id}`, 303)
}

function isComplete(session: Stripe.Checkout.Session): boolean {
  return session.status === 'complete'
}
