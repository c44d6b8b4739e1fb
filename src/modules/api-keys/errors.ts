import { AppError, TooManyRequests } from '#platform/errors/app-error.ts'
import { keyPageWords } from './ui/words/key-page-words.ts'

/** No key, or one that opens nothing here. Whether it is another school's, too old or made up is not told. */
export class ApiKeyRefused extends AppError {
  constructor(message: string) {
    super({
      code: 'api-key-refused',
      status: 401,
      publicMessage: keyPageWords().needsKey,
      message,
    })
  }
}

/** The key is known, but this is not among what it may. */
export class ScopeMissing extends AppError {
  constructor(scope: string) {
    super({ code: 'scope-missing', status: 403, publicMessage: keyPageWords().scopeMissing(scope) })
  }
}

/** The key asked more often than it may. */
export class KeyAskedTooOften extends TooManyRequests {
  constructor(requestsPerMinute: number, retryAfterSeconds: number) {
    super(retryAfterSeconds, keyPageWords().tooManyRequests(requestsPerMinute))
  }
}

/** So many keys are no longer looked after. */
export class TooManyApiKeys extends AppError {
  constructor(keysMax: number) {
    super({ code: 'too-many-api-keys', status: 409, publicMessage: keyPageWords().mostKeys(keysMax) })
  }
}

/** Two different requests came under one Idempotency-Key. */
export class IdempotencyKeyReused extends AppError {
  constructor() {
    super({ code: 'idempotency-key-reused', status: 422, publicMessage: keyPageWords().idempotencyOther })
  }
}
