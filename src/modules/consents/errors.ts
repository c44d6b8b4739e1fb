import { AppError } from '#platform/errors/app-error.ts'
import { consentWords } from './ui/words/consent-words.ts'

/** A text was to be published that is empty, or the same as the last one. */
export class NothingToPublish extends AppError {
  constructor(reason: 'empty' | 'unchanged') {
    const words = consentWords()
    super({ code: 'nothing-to-publish', status: 409, publicMessage: reason === 'empty' ? words.textIsEmpty : words.textIsUnchanged })
  }
}

/** Somebody wanted to take back what is required. */
export class NotToBeAnswered extends AppError {
  constructor() {
    super({ code: 'not-to-be-answered', status: 409, publicMessage: consentWords().cannotBeAnswered })
  }
}
