/**
 * What a person would press on the payment emulator's own pages. The demo's orders and payouts come about on the same
 * road as everyone's, so that its books agree with the emulator's.
 */

/** Completes the set-up of payouts behind an account link. */
export async function setUpPayoutsAtEmulator(link: string): Promise<void> {
  const page = await (await fetch(link)).text()
  const ticket = /name="ticket" value="([^"]+)"/.exec(page)?.[1]
  if (!ticket) throw new Error('the set-up page of the payment emulator has no ticket')
  await press(link, { ticket, choice: 'complete' })
}

/**
 * Pays on the hosted checkout.
 *
 * @returns the provider's id of the checkout session
 */
export async function payAtEmulator(checkoutUrl: string, payer: { email: string; name: string }): Promise<string> {
  const sessionId = /\/pay\/([^/?#]+)/.exec(checkoutUrl)?.[1]
  if (!sessionId) throw new Error(`no session in ${checkoutUrl}`)
  await press(checkoutUrl, { choice: 'pay', email: payer.email, name: payer.name })
  return sessionId
}

async function press(url: string, fields: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  if (answer.status >= 400) throw new Error(`the payment emulator answered ${answer.status} at ${new URL(url).pathname}`)
}
