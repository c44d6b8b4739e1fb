import { AppError } from '#platform/errors/app-error.ts'

/** Every fact would go out so many times over. */
export class TooManyEndpoints extends AppError {
  constructor(endpointsMax: number) {
    super({ code: 'too-many-endpoints', status: 409, publicMessage: `A school has at most ${endpointsMax} endpoints. Remove one that is no longer used.` })
  }
}

/** What is switched off is sent nothing. */
export class EndpointIsOff extends AppError {
  constructor() {
    super({ code: 'endpoint-is-off', status: 409, publicMessage: 'This endpoint is switched off. Switch it on, then send again.' })
  }
}
