import { redirect } from 'react-router'
import { keepLanguage } from '#modules/identity/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { languageCookie, languageParameter } from '#platform/i18n/choose-locale.ts'
import { languages } from '#platform/i18n/languages.ts'
import type { Route } from './+types/choose-language.ts'
import { readSentForm } from './read-sent-form.ts'
import { requestContext, type RequestContext } from './request-context.ts'
import { answering } from './respond.ts'

const cookieSeconds = 400 * 24 * 3600

export const loader = answering(() => {
  throw new NotFound('the choice of a language is a form')
})

/** Remembers the language that somebody chose: in this browser for all schools here, and with the person who is signed in. */
export const action = answering(async ({ request, context }: Route.ActionArgs) => {
  const visit = context.get(requestContext)
  const form = await readSentForm(request)
  const language = languages.find((known) => known === form.get('language'))
  if (!language) throw new NotFound('a language that nobody offered was chosen')

  const person = await visit.viewer()
  if (person) await keepLanguage(visit.app.systemCtx, person.userId, language)
  throw redirect(wayBack(visit, String(form.get('back') ?? '')), { status: 303, headers: { 'Set-Cookie': cookieLine(visit, language) } })
})

/** Nothing is ever shown here, but faults are. */
export default function ChooseLanguage() {
  return null
}

/** The page on which the choice was made, without a language of its own in its address. It stands on this host, whatever was sent. */
function wayBack({ origin, base }: RequestContext, back: string): string {
  const url = new URL(`${origin}${back.startsWith('/') ? back : base || '/'}`)
  url.searchParams.delete(languageParameter)
  return url.href
}

/** One choice for all schools of the installation; a school on a domain of its own has it for itself. */
function cookieLine({ app, origin }: RequestContext, language: string): string {
  const home = new URL(`${app.config.scheme}://${app.config.baseDomain}`).hostname
  const here = new URL(origin).hostname
  const isShared = home.includes('.') && (here === home || here.endsWith(`.${home}`))
  return [`${languageCookie}=${language}`, 'Path=/', `Max-Age=${cookieSeconds}`, ...(isShared ? [`Domain=${home}`] : []), 'HttpOnly', 'SameSite=Lax', ...(app.config.scheme === 'https' ? ['Secure'] : [])].join('; ')
}
