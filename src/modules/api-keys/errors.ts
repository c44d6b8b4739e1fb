import { AppError, TooManyRequests } from '#platform/errors/app-error.ts'

/** No key, or one that opens nothing here. Whether it is another school's, too old or made up is not told. */
export class ApiKeyRefused extends AppError {
  constructor(message: string) {
    super({
      code: 'api-key-refused',
      status: 401,
      publicMessage: 'This address needs an API key of this school, sent as “Authorization: Bearer …”. The key is missing, not known here, has expired or was revoked.',
      message,
    })
  }
}

/** The key is known, but this is not among what it may. */
export class ScopeMissing extends AppError {
  constructor(scope: string) {
    super({ code: 'scope-missing', status: 403, publicMessage: `This API key does not have the scope ${scope}. Make another key that has it under Settings, API.` })
  }
}

/** The key asked more often than it may. */
export class KeyAskedTooOften extends TooManyRequests {
  constructor(requestsPerMinute: number, retryAfterSeconds: number) {
    super(retryAfterSeconds, `This API key may make ${requestsPerMinute} requests a minute. Wait as long as Retry-After says, then go on.`)
  }
}

/** So many keys are no longer looked after. */
export class TooManyApiKeys extends AppError {
  constructor(keysMax: number) {
    super({ code: 'too-many-api-keys', status: 409, publicMessage: `A school has at most ${keysMax} API keys in use. Revoke one that is no longer needed.` })
  }
}

/** Two different requests came under one Idempotency-Key. */
export class IdempotencyKeyReused extends AppError {
  constructor() {
    super({ code: 'idempotency-key-reused', status: 422, publicMessage: 'This Idempotency-Key came before with another request. Give each request its own, and the same one only when it is sent again.' })
  }
}
