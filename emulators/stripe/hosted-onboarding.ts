import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { html, originsOf, pageResponse } from '../core/page.ts'
import { setStanding } from './accounts.ts'
import type { Emulator } from './emulator.ts'
import { emitThin } from './events.ts'
import type { AccountLink, ConnectAccount } from './state.ts'

const BANNER = 'Test set-up — nobody is verified. This page belongs to the local Stripe emulator.'
const answerSchema = z.object({ ticket: z.string(), choice: z.enum(['complete', 'unfinished', 'restricted']) })

/**
 * Serves the page behind an account link. A link opens once: whoever comes later, or after it
 * expired, is sent to its refresh_url, where the platform has to make another.
 */
export function serveHostedOnboarding(app: Hono, emulator: Emulator, flush: () => void): void {
  app.get('/setup/:id', (context) => {
    const link = emulator.state.accountLinks[context.req.param('id')]
    const account = emulator.state.accounts[link?.account ?? '']
    if (!link || !account) return unknownLink()
    if (link.ticket || isExpired(emulator, link)) return context.redirect(link.refreshUrl, 303)
    link.ticket = randomBytes(18).toString('base64url')
    emulator.changed()
    flush()
    return setupPage(link, account, link.ticket)
  })
  app.post('/setup/:id', async (context) => {
    const form = answerSchema.safeParse(await context.req.parseBody())
    const link = emulator.state.accountLinks[context.req.param('id')]
    const account = emulator.state.accounts[link?.account ?? '']
    if (!link || !account) return unknownLink()
    const isFirstAnswer = form.success && form.data.ticket === link.ticket && !link.isAnswered
    if (!isFirstAnswer) return context.redirect(link.refreshUrl, 303)
    const response = answer(context, emulator, { link, account, choice: form.data.choice })
    flush()
    return response
  })
}

type Answered = { link: AccountLink; account: ConnectAccount; choice: z.infer<typeof answerSchema>['choice'] }

function answer(context: Context, emulator: Emulator, { link, account, choice }: Answered): Response {
  link.isAnswered = true
  if (choice !== 'unfinished') setStanding(emulator, account, choice)
  // Returning says nothing about being done: an unfinished set-up returns just the same.
  emitThin(emulator, 'v2.core.account_link.returned', null, {
    account_id: account.id, configurations: account.isRecipient ? ['recipient'] : [], use_case: link.useCase,
  })
  return context.redirect(link.returnUrl ?? link.refreshUrl, 303)
}

function setupPage(link: AccountLink, account: ConnectAccount, ticket: string): Response {
  const main = html`
<h1>Set up payouts for ${account.displayName ?? account.contactEmail ?? 'this account'}</h1>
<p class="soft">Stripe would ask for a name, a date of birth, a bank account and its terms here. Choose how that ends.</p>
<form method="post" action="/setup/${link.id}">
<input type="hidden" name="ticket" value="${ticket}">
<button class="main" name="choice" value="complete">Complete set-up</button>
<button name="choice" value="unfinished">Leave unfinished</button>
<button name="choice" value="restricted">Have it restricted</button>
</form>
<p class="soft small">Complete: transfers become active. Unfinished: nothing changes, and you return all the same. Restricted: a document is refused and transfers stop.</p>`
  return pageResponse({ title: 'Test set-up of payouts', banner: BANNER, main }, 200, originsOf(link.returnUrl, link.refreshUrl))
}

function unknownLink(): Response {
  const main = html`<h1>This set-up link is not known</h1><p class="soft">Go back to where you came from and start again.</p>`
  return pageResponse({ title: 'Test set-up: not found', banner: BANNER, main }, 404)
}

function isExpired(emulator: Emulator, link: AccountLink): boolean {
  return link.expiresAt <= emulator.clock.now()
}
