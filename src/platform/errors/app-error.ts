import { faultWords } from './words/fault-words.ts'

/** What an AppError is made from. */
export interface AppErrorInput {
  /** A stable word for programs, with a page in docs/errors. */
  code: string
  /** The HTTP status that fits. */
  status: number
  /** One sentence for the person: what happened and what to do now. */
  publicMessage: string
  /** One sentence for the log. */
  message?: string
  cause?: unknown
  /** Seconds after which another try makes sense (sent as Retry-After). */
  retryAfterSeconds?: number
}

/**
 * The base of every fault that is expected. It has two sentences: one for the person, one for the log.
 *
 * @example
 * throw new AppError({ code: 'offer-not-for-sale', status: 409, publicMessage: 'This course is not on sale right now.' })
 */
export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly publicMessage: string
  readonly retryAfterSeconds: number | undefined

  constructor(input: AppErrorInput) {
    super(input.message ?? input.publicMessage, { cause: input.cause })
    this.name = new.target.name
    this.code = input.code
    this.status = input.status
    this.publicMessage = input.publicMessage
    this.retryAfterSeconds = input.retryAfterSeconds
  }
}

/** There is nothing at this address, or not for the one who asks: both look the same from outside. */
export class NotFound extends AppError {
  constructor(message = 'not found') {
    super({ code: 'not-found', status: 404, publicMessage: faultWords().nothingHere, message })
  }
}

/** The person is known but the role does not hold the permission. */
export class NotAllowed extends AppError {
  constructor(permission: string) {
    super({
      code: 'not-allowed',
      status: 403,
      publicMessage: faultWords().notYourRole,
      message: `permission ${permission} is missing`,
    })
  }
}

/** Nobody is signed in, and somebody must be. */
export class SignInRequired extends AppError {
  constructor() {
    super({ code: 'sign-in-required', status: 401, publicMessage: faultWords().signIn })
  }
}

/** The input is understood but cannot be taken; each fault stands beside its field. */
export class InvalidInput extends AppError {
  readonly fieldErrors: Record<string, string>

  constructor(fieldErrors: Record<string, string>, publicMessage = faultWords().lookAgain) {
    super({ code: 'invalid-input', status: 422, publicMessage })
    this.fieldErrors = fieldErrors
  }
}

/** Too many tries; the answer says when the next one makes sense. */
export class TooManyRequests extends AppError {
  constructor(retryAfterSeconds: number, publicMessage = faultWords().tooManyTries(Math.max(1, Math.ceil(retryAfterSeconds / 60)))) {
    super({ code: 'too-many-requests', status: 429, publicMessage, retryAfterSeconds })
  }
}
