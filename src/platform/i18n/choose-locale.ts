import { languageOf, languages, type Language } from './languages.ts'

/** The cookie of somebody who chose a language. It says nothing of who they are, so pages with it can be everybody's. */
export const languageCookie = 'language'

/** The parameter by which search engines find a page in another language than the school's own. */
export const languageParameter = 'lang'

/** What a request says of the languages that its sender reads. */
export interface LanguageSigns {
  /** Of the address. */
  parameter?: string | null
  cookie?: string | null
  /** What the person chose who is signed in. */
  person?: string | null
  acceptLanguage?: string | null
}

/** The languages that somebody wants, the dearest first: what they chose before what their browser is set to. Those that the program does not speak are left out. */
export function wishedLanguages({ parameter, cookie, person, acceptLanguage }: LanguageSigns): Language[] {
  const chosen = [parameter ?? '', cookieChoice(cookie ?? ''), person ?? ''].filter((one) => languages.some((language) => language === one))
  const wishes = [...chosen, ...acceptedTags(acceptLanguage ?? '')].map((tag) => languageOf(tag))
  return [...new Set(wishes.filter((language) => language !== null))]
}

/** A school as far as languages go. */
export interface SchoolTongues {
  /** Its own; BCP 47. */
  locale: string
  /** Those that its pages can be read in besides. */
  languages: readonly string[]
}

/** The languages of a school's pages, its own first. Where the program does not speak a school's own, it speaks English beside it. */
export function offeredLanguages({ locale, languages: more }: SchoolTongues): Language[] {
  const own = languageOf(locale) ?? 'en'
  return [own, ...languages.filter((language) => language !== own && more.includes(language))]
}

/**
 * In which locale a school's page is written for somebody.
 *
 * @returns the school's own where the wishes hold none of its other languages; for these the language with the school's
 * region, so that dates and money are written as people who read it there write them
 */
export function chooseLocale(wishes: readonly Language[], school: SchoolTongues): string {
  const offered = offeredLanguages(school)
  const chosen = wishes.find((wish) => offered.includes(wish)) ?? offered[0]
  if (!chosen || chosen === offered[0]) return school.locale

  const region = new Intl.Locale(school.locale).region
  return region ? `${chosen}-${region}` : chosen
}

function cookieChoice(cookie: string): string {
  return new RegExp(`(?:^|;\\s*)${languageCookie}=([a-z]+)(?:;|$)`).exec(cookie)?.[1] ?? ''
}

// No browser sends more; a longer list is somebody's experiment.
const tagsMax = 20

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-language */
function acceptedTags(header: string): string[] {
  return header
    .split(',', tagsMax)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = /^\s*q=([\d.]+)\s*$/.exec(parameters[0] ?? '')?.[1]
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
}
