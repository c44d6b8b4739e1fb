import { chooseLocale, languageParameter, wishedLanguages, type SchoolTongues } from '#platform/i18n/choose-locale.ts'
import { languages } from '#platform/i18n/languages.ts'
import type { RequestContext } from '../request-context.ts'
import { personalCookie } from './page-front.ts'

/** The installation's own pages can be read in every language of the program. */
const installationTongues: SchoolTongues = { locale: 'en', languages }

/**
 * In which locale this request is answered: what the person chose, else what their browser is set to, else the school's
 * own. Who is signed in is asked only where they may have chosen elsewhere.
 */
export async function findLocale({ tenant, viewer }: Pick<RequestContext, 'tenant' | 'viewer'>, request: Request): Promise<string> {
  const school = tenant ?? installationTongues
  const cookie = request.headers.get('cookie')
  const signs = { parameter: new URL(request.url).searchParams.get(languageParameter), cookie, acceptLanguage: request.headers.get('accept-language') }
  const hasChosenHere = wishedLanguages({ ...signs, acceptLanguage: null }).length > 0
  if (hasChosenHere || !cookie || !personalCookie.test(cookie)) return chooseLocale(wishedLanguages(signs), school)

  // Whoever needs the person will be told why they cannot be found; the words need not wait for that.
  const person = await viewer().catch(() => null)
  return chooseLocale(wishedLanguages({ ...signs, person: person?.language }), school)
}

/** In which locale somebody reads who asked for nothing that is here. */
export function visitorLocale({ headers }: Request): string {
  return chooseLocale(wishedLanguages({ cookie: headers.get('cookie'), acceptLanguage: headers.get('accept-language') }), installationTongues)
}
