/** What Stripe says when it refuses. The envelope is always there: the SDK resolves a 4xx without it. */
export class StripeFault extends Error {
  readonly status: number
  readonly type: string
  readonly code: string | null
  readonly param: string | null
  readonly extra: Record<string, unknown>

  constructor(
    status: number,
    fault: { type?: string; code?: string | null; message: string; param?: string | null; extra?: Record<string, unknown> },
  ) {
    super(fault.message)
    this.status = status
    this.type = fault.type ?? 'invalid_request_error'
    this.code = fault.code ?? null
    this.param = fault.param ?? null
    this.extra = fault.extra ?? {}
  }

  /** The body of the answer. */
  envelope(): { error: Record<string, unknown> } {
    return {
      error: {
        type: this.type,
        ...(this.code ? { code: this.code, doc_url: `https://stripe.com/docs/error-codes/${this.code.replaceAll('_', '-')}` } : {}),
        message: this.message,
        ...(this.param ? { param: this.param } : {}),
        ...this.extra,
      },
    }
  }
}

/** 400 about one parameter. */
export function refuse(message: string, param: string | null = null, code: string | null = null): StripeFault {
  return new StripeFault(400, { message, param, code })
}

/** 400 about a parameter that names nothing. @param noun as Stripe writes it */
export function missingParam(noun: string, id: string, param: string): StripeFault {
  return refuse(`No such ${noun}: '${id}'`, param, 'resource_missing')
}

/** 404 about the address in Stripe's words. @param noun as Stripe writes it: `charge`, `payment_intent` */
export function missing(noun: string, id: string, param = 'id'): StripeFault {
  return new StripeFault(404, { code: 'resource_missing', message: `No such ${noun}: '${id}'`, param })
}
