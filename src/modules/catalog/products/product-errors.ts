import { AppError } from '#platform/errors/app-error.ts'

/** A product cannot be published as it stands; the sentence says what is missing. */
export class ProductNotReady extends AppError {
  constructor(missing: readonly string[]) {
    super({ code: 'product-not-ready', status: 409, publicMessage: `Before this product can be published, ${missing.join(', and ')}.` })
  }
}

/** People have bought the product or are buying it, so it stays. */
export class ProductInUse extends AppError {
  constructor(sales: number) {
    super({ code: 'product-in-use', status: 409, publicMessage: `This product cannot be deleted: ${sales === 1 ? '1 person has it or is' : `${sales} people have it or are`} buying it, or it is part of a bundle. You can take it off the site instead.` })
  }
}

/** The product has a price, or is not on the site. */
export class ProductNotFree extends AppError {
  constructor() {
    super({ code: 'product-not-free', status: 409, publicMessage: 'This is not free any more. Open its page to see what it costs.' })
  }
}

/** Each file may be fetched so many times, and this one was. */
export class DownloadsUsedUp extends AppError {
  constructor(limit: number) {
    super({ code: 'downloads-used-up', status: 409, publicMessage: `You have fetched this file ${limit === 1 ? 'once' : `${limit} times`}, which is as often as your purchase allows. Write to the school, and it can allow more.` })
  }
}

/** A version that buyers have cannot lose its files under their hands. */
export class VersionReleased extends AppError {
  constructor() {
    super({ code: 'version-released', status: 409, publicMessage: 'This version is released. Take the release back first, or make a new version.' })
  }
}
