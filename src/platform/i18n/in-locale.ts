import { AsyncLocalStorage } from 'node:async_hooks'
import { readLocaleFrom } from './locale.ts'

const answers = new AsyncLocalStorage<string>()
readLocaleFrom(() => answers.getStore())

/**
 * Runs work whose words are read in a locale. What is thrown, parsed and rendered inside speaks it; what runs beside it,
 * such as another request, does not.
 *
 * @param locale BCP 47
 * @example
 * const answer = await inLocale('de-DE', () => handler(request))
 */
export function inLocale<T>(locale: string, work: () => T): T {
  return answers.run(locale, work)
}
