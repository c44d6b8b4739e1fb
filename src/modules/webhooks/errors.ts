import { AppError } from '#platform/errors/app-error.ts'
import { webhookPageWords } from './ui/words/webhook-page-words.ts'

/** Every fact would go out so many times over. */
export class TooManyEndpoints extends AppError {
  constructor(endpointsMax: number) {
    super({ code: 'too-many-endpoints', status: 409, publicMessage: webhookPageWords().mostEndpoints(endpointsMax) })
  }
}

/** What is switched off is sent nothing. */
export class EndpointIsOff extends AppError {
  constructor() {
    super({ code: 'endpoint-is-off', status: 409, publicMessage: webhookPageWords().offSwitchOn })
  }
}
