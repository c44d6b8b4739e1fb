import { AppError } from '#platform/errors/app-error.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'

/** A product cannot be published as it stands; the sentence says what is missing. */
export class ProductNotReady extends AppError {
  constructor(missing: readonly string[]) {
    super({ code: 'product-not-ready', status: 409, publicMessage: productBuilderWords().notReady(missing.join(productBuilderWords().andAlso)) })
  }
}

/** People have bought the product or are buying it, so it stays. */
export class ProductInUse extends AppError {
  constructor(sales: number) {
    super({ code: 'product-in-use', status: 409, publicMessage: productBuilderWords().inUse(sales) })
  }
}

/** The product has a price, or is not on the site. */
export class ProductNotFree extends AppError {
  constructor() {
    super({ code: 'product-not-free', status: 409, publicMessage: productBuilderWords().notFree })
  }
}

/** Each file may be fetched so many times, and this one was. */
export class DownloadsUsedUp extends AppError {
  constructor(limit: number) {
    super({ code: 'downloads-used-up', status: 409, publicMessage: productBuilderWords().downloadsUsedUp(limit) })
  }
}

/** A version that buyers have cannot lose its files under their hands. */
export class VersionReleased extends AppError {
  constructor() {
    super({ code: 'version-released', status: 409, publicMessage: productBuilderWords().versionReleased })
  }
}

/** Somebody bought the piece for themselves alone, and has not been given all of the money back. */
export class StillSold extends AppError {
  constructor() {
    super({ code: 'still-sold', status: 409, publicMessage: productBuilderWords().stillSold })
  }
}
