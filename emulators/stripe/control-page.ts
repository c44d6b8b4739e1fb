import { html, pageResponse } from '../core/page.ts'
import type { Markup } from '../core/page.ts'
import type { Emulator } from './emulator.ts'
import { ledgerBalances } from './ledger.ts'
import { moneyText } from './money-text.ts'
import { isWaitingForDebit } from './pay-session.ts'

const BANNER = 'Local Stripe emulator — no real money, no real people.'

/** The page for people: what waits, who holds what, and what was delivered. */
export function controlPage(emulator: Emulator): Response {
  const main = html`
<h1>Stripe emulator</h1>
<p class="soft">Its clock says ${at(emulator.clock.now())}, ${emulator.clock.offsetSeconds()} seconds ahead of this machine.</p>
<form class="row" method="post" action="/_emulator/clock/advance">
<div><label for="seconds">Seconds to wind forward</label><input id="seconds" name="seconds" type="number" min="0" value="3600" required></div>
<button>Wind the clock</button></form>
${debits(emulator)}${balances(emulator)}${deliveries(emulator)}${sessions(emulator)}
<h2>Start again</h2>
<form class="row" method="post" action="/_emulator/reset"><button>Forget everything</button></form>`
  return pageResponse({ title: 'Stripe emulator', banner: BANNER, main, isWide: true })
}

function debits(emulator: Emulator): Markup {
  const waiting = Object.values(emulator.state.sessions).filter((one) => isWaitingForDebit(emulator, one))
  if (waiting.length === 0) return html`<h2>Bank debits that wait</h2><p class="soft">None. Choose “Pay later by bank debit” on a checkout page to make one.</p>`
  return html`<h2>Bank debits that wait</h2>
${table('Bank debits that wait', ['Session', 'E-mail', 'Amount', 'Settle or fail'], waiting.map((one) => html`<tr>
<td><code>${one.id}</code></td><td>${one.customer_details?.email}</td>
<td>${moneyText(one.amount_total ?? 0, one.currency ?? 'usd')}</td>
<td class="acts"><form class="row" method="post" action="/_emulator/sessions/${one.id}/settle"><button aria-label="Settle ${one.id}">Settle</button></form>
<form class="row" method="post" action="/_emulator/sessions/${one.id}/fail"><button aria-label="Fail ${one.id}">Fail</button></form></td></tr>`))}`
}

function balances(emulator: Emulator): Markup {
  const rows = Object.entries(ledgerBalances(emulator.state)).flatMap(([account, own]) =>
    Object.entries(own).map(([currency, amount]) => html`<tr><td>${account}</td><td class="figure">${moneyText(amount, currency)}</td></tr>`))
  if (rows.length === 0) return html`<h2>Who holds what</h2><p class="soft">No money has moved yet.</p>`
  return html`<h2>Who holds what</h2>${table('Who holds what', ['Account', 'Balance'], rows)}`
}

function deliveries(emulator: Emulator): Markup {
  const latest = emulator.state.deliveries.slice(-30).reverse()
  if (latest.length === 0) return html`<h2>Webhooks</h2><p class="soft">None was sent yet.</p>`
  return html`<h2>Webhooks, the last ${latest.length}</h2>
${table('Webhooks', ['Event', 'To', 'Status', 'Tries', 'Next', 'Again'], latest.map((one) => html`<tr>
<td>${one.eventType}<br><code>${one.eventId}</code></td><td>${one.targetUrl}</td>
<td>${one.status}${one.attempts.at(-1)?.status && ` (${one.attempts.at(-1)?.status})`}${one.attempts.at(-1)?.error && html`<br>${one.attempts.at(-1)?.error}`}</td>
<td>${one.attempts.length}</td><td>${one.nextAttemptAt ? at(one.nextAttemptAt) : '—'}</td>
<td><form class="row" method="post" action="/_emulator/redeliver"><input type="hidden" name="event" value="${one.eventId}"><button aria-label="Send ${one.eventId} again">Send again</button></form></td></tr>`))}`
}

function sessions(emulator: Emulator): Markup {
  const latest = Object.values(emulator.state.sessions).slice(-20).reverse()
  if (latest.length === 0) return html`<h2>Checkouts</h2><p class="soft">None yet.</p>`
  return html`<h2>Checkouts, the last ${latest.length}</h2>
${table('Checkouts', ['Session', 'Status', 'Payment', 'Amount'], latest.map((one) => html`<tr>
<td>${one.url ? html`<a href="${one.url}"><code>${one.id}</code></a>` : html`<code>${one.id}</code>`}</td>
<td>${one.status}</td><td>${one.payment_status}</td><td>${moneyText(one.amount_total ?? 0, one.currency ?? 'usd')}</td></tr>`))}`
}

/** A wide table scrolls inside itself, so it can be reached by keyboard. */
function table(label: string, headings: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`
}

function at(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
