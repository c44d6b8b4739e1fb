import type { Context } from 'hono'
import { z } from 'zod'
import { html, originsOf, pageResponse } from '../core/page.ts'
import type { Client, Person } from './settings.ts'

/** What an application may ask for at the beginning. Anything else is refused, so that nothing goes by unseen. */
const question = z.strictObject({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.url(),
  scope: z.string().regex(/(^| )openid( |$)/, 'has to hold openid'),
  state: z.string().min(8).max(2000),
  code_challenge: z.string().regex(/^[A-Za-z0-9\-_]{43}$/),
  code_challenge_method: z.literal('S256'),
  nonce: z.string().min(8).max(200).optional(),
  prompt: z.enum(['none', 'login', 'consent', 'select_account']).optional(),
  login_hint: z.string().optional(),
})

export type Question = z.infer<typeof question>

/** Either what was asked, or where to say what is wrong: at the application once it is known, else to the person. */
export type Asked = { question: Question; client: Client } | { fault: string; backTo: string | null }

/**
 * Reads what an application asks. A wrong application or address is never led back to.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
export function readQuestion(parameters: URLSearchParams, clients: readonly Client[]): Asked {
  const client = clients.find(({ id }) => id === parameters.get('client_id'))
  const redirectUri = parameters.get('redirect_uri')
  if (!client) return { fault: 'invalid_client', backTo: null }
  if (!redirectUri || !client.redirectUris.includes(redirectUri)) return { fault: 'redirect_uri_mismatch', backTo: null }

  const isTwice = [...parameters.keys()].length !== new Set(parameters.keys()).size
  const read = question.safeParse(Object.fromEntries(parameters))
  if (read.success && !isTwice) return { question: read.data, client }
  return { fault: 'invalid_request', backTo: answerAddress(redirectUri, { error: 'invalid_request', error_description: read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') ?? 'a parameter came twice', state: parameters.get('state') ?? '' }) }
}

/** An address of the application's with an answer in it. */
export function answerAddress(redirectUri: string, answer: Record<string, string>): string {
  const address = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) if (value) address.searchParams.set(name, value)
  return address.href
}

/** The page on which somebody says who they are. */
export function signInPage({ question: asked }: { question: Question }, people: readonly Person[]): Response {
  return pageResponse(
    {
      title: 'Sign in with Emulated',
      banner: 'Emulated identity provider: no account of anybody’s is asked for',
      main: html`<h1>Who are you?</h1><p class="soft">${new URL(asked.redirect_uri).host} asks for your name and address.</p>
<form method="post" action="/authorize">
${Object.entries(asked).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${people.map(({ sub, name, email }) => html`<button name="person" value="${sub}">${name}, ${email}</button>`)}
<button class="quiet" name="person" value="">Refuse</button>
</form>`,
    },
    200,
    // An application leads on to hosts of its own, and Chromium looks at every redirect after a form.
    originsOf(asked.redirect_uri, asked.redirect_uri.replace('://', '://*.')),
  )
}

/** What is said to a person whose application cannot be led back to. */
export function refusalPage(c: Context, fault: string): Response {
  return c.text(`Error 400: ${fault}`, 400)
}
