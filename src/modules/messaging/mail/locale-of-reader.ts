import { findLanguageOfAddress } from '#modules/identity/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { chooseLocale } from '#platform/i18n/choose-locale.ts'
import { languages } from '#platform/i18n/languages.ts'

/**
 * In which locale a mail is written: the language that its receiver chose, wherever that was; else as `otherwise` says.
 *
 * @param tx a transaction of the system
 * @param otherwise the school's own locale, or the one in which the receiver asked for the mail
 */
export async function localeOfReader(tx: Tx, email: string, otherwise: string): Promise<string> {
  const language = await findLanguageOfAddress(tx, email)
  return language ? chooseLocale([language], { locale: otherwise, languages }) : otherwise
}
