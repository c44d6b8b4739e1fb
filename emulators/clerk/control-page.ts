import { html, pageResponse } from '../core/page.ts'
import type { Markup } from '../core/page.ts'
import type { Emulator } from './emulator.ts'
import { identifierOf } from './user-view.ts'

/** The page for people: how to connect, who is there, and what was delivered. */
export function controlPage(emulator: Emulator, connection: Record<string, string>): Response {
  const { state, clock } = emulator
  const main = html`
<h1>Clerk emulator</h1>
<p class="soft">Its clock says ${at(clock.now())}, ${clock.offsetSeconds()} seconds ahead of this machine. It knows ${state.users.size()} people, ${state.organizations.size()} organizations and ${state.memberships.size()} memberships.</p>
<form class="row" method="post" action="/_emulator/clock/advance">
<div><label for="seconds">Seconds to wind forward</label><input id="seconds" name="seconds" type="number" min="0" value="3600" required></div>
<button>Wind the clock</button></form>
<h2>How to connect</h2>
${table('How to connect', ['Variable', 'Value'], Object.entries(connection).map(([name, value]) => html`<tr><td><code>${name}</code></td><td><code>${value}</code></td></tr>`))}
${people(emulator)}${deliveries(emulator)}
<h2>Start again</h2>
<form class="row" method="post" action="/_emulator/reset"><button>Forget everything</button></form>`
  return pageResponse({ title: 'Clerk emulator', banner: 'Local Clerk emulator — nobody here is verified.', main, isWide: true })
}

function people({ state }: Emulator): Markup {
  const latest = state.users.oldestFirst().slice(-20).reverse()
  if (latest.length === 0) return html`<h2>People</h2><p class="soft">Nobody yet. <a href="/sign-up">Sign up</a> as the first.</p>`
  return html`<h2>People, the last ${latest.length}</h2>
${table('People', ['Who', 'Id', 'Since'], latest.map((one) => html`<tr><td>${identifierOf(one)}</td><td><code>${one.id}</code></td><td>${at(one.createdAt / 1000)}</td></tr>`))}`
}

function deliveries({ state }: Emulator): Markup {
  const latest = state.deliveries.slice(-30).reverse()
  if (latest.length === 0) return html`<h2>Webhooks</h2><p class="soft">None was sent yet.</p>`
  return html`<h2>Webhooks, the last ${latest.length}</h2>
${table('Webhooks', ['Message', 'To', 'Status', 'Tries', 'Next', 'Again'], latest.map((one) => html`<tr>
<td>${one.eventType}<br><code>${one.eventId}</code></td><td>${one.targetUrl}</td>
<td>${one.status}${one.attempts.at(-1)?.status && ` (${one.attempts.at(-1)?.status})`}${one.attempts.at(-1)?.error && html`<br>${one.attempts.at(-1)?.error}`}</td>
<td>${one.attempts.length}</td><td>${one.nextAttemptAt ? at(one.nextAttemptAt) : '—'}</td>
<td><form class="row" method="post" action="/_emulator/redeliver"><input type="hidden" name="event" value="${one.eventId}"><button aria-label="Send ${one.eventId} again">Send again</button></form></td></tr>`))}`
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
