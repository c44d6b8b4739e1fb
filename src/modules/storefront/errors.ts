import { AppError } from '#platform/errors/app-error.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { nameOfLanguage } from '#platform/i18n/name-of-language.ts'
import { blocksMax } from './blocks/blocks.schema.ts'
import { contactWords } from './ui/words/contact-words.ts'
import { storefrontFaultWords } from './words/storefront-fault-words.ts'

/** A page has as many blocks as it can hold. */
export class PageFull extends AppError {
  constructor() {
    super({ code: 'page-full', status: 409, publicMessage: storefrontFaultWords().mostBlocks(blocksMax) })
  }
}

/** Somebody wrote to a school that nobody there could answer: its owner has confirmed no address. */
export class NobodyToWriteTo extends AppError {
  constructor() {
    super({ code: 'nobody-to-write-to', status: 409, publicMessage: contactWords().nobody })
  }
}

/** A text was written in a language that the site does not speak, or does not speak any more. */
export class LanguageNotSpoken extends AppError {
  constructor(language: Language) {
    super({ code: 'language-not-spoken', status: 409, publicMessage: storefrontFaultWords().languageNotSpoken(nameOfLanguage(language)) })
  }
}
