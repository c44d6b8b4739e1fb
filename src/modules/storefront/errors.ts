import { AppError } from '#platform/errors/app-error.ts'
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
