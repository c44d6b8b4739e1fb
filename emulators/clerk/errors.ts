/** What Clerk says when it refuses; codes and words from its index of Backend API errors. */
export class ClerkFault extends Error {
  readonly status: number
  readonly code: string
  readonly longMessage: string
  readonly meta: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(
    status: number,
    fault: { code: string; message: string; longMessage?: string; meta?: Record<string, unknown>; headers?: Record<string, string> },
  ) {
    super(fault.message)
    this.status = status
    this.code = fault.code
    this.longMessage = fault.longMessage ?? fault.message
    this.meta = fault.meta ?? {}
    this.headers = fault.headers ?? {}
  }

  /** The body of the answer. */
  envelope(traceId: string) {
    return {
      errors: [{ code: this.code, message: this.message, long_message: this.longMessage, meta: this.meta }],
      clerk_trace_id: traceId,
    }
  }
}

/** 404 for an id that nobody has. @param noun as Clerk writes it: `user`, `session` */
export function notFound(noun: string, id: string): ClerkFault {
  return new ClerkFault(404, { code: 'resource_not_found', message: 'not found', longMessage: `No ${noun} was found with id ${id}.` })
}

export function organizationNotFound(): ClerkFault {
  return new ClerkFault(404, { code: 'resource_not_found', message: 'not found', longMessage: 'Given organization not found.' })
}

/** 422 about one parameter. */
export function refuse(code: string, param: string, message: string, longMessage?: string): ClerkFault {
  return new ClerkFault(422, { code, message, longMessage: longMessage ?? message, meta: { param_name: param } })
}

/** 422: somebody else has this already. */
export function taken(param: string, what: string): ClerkFault {
  return refuse('form_identifier_exists', param, `That ${what} is taken. Please try another.`)
}
