import { AppError } from '#platform/errors/app-error.ts'
import { domainWords } from './ui/words/domain-words.ts'
import { tenancyWords } from './words/tenancy-words.ts'

/** The last owner was to be removed or given another role. */
export class LastOwner extends AppError {
  constructor() {
    super({ code: 'last-owner', status: 409, publicMessage: tenancyWords().lastOwner })
  }
}

/** Someone who is no owner was to decide about an owner. */
export class OwnersOnly extends AppError {
  constructor() {
    super({ code: 'owners-only', status: 403, publicMessage: tenancyWords().ownersOnly })
  }
}

/** An invitation was accepted, taken back, or is too old. */
export class InvitationOver extends AppError {
  constructor() {
    super({ code: 'invitation-over', status: 410, publicMessage: tenancyWords().invitationOver })
  }
}

/** An invitation went to another address than the one of who is signed in. */
export class InvitationForAnother extends AppError {
  constructor() {
    super({ code: 'invitation-for-another', status: 403, publicMessage: tenancyWords().invitationForAnother })
  }
}

/** Sessions cannot be carried to domains of the schools' own where the identity provider keeps them. */
export class DomainsUnavailable extends AppError {
  constructor() {
    super({ code: 'domains-unavailable', status: 409, publicMessage: tenancyWords().domainsUnavailable })
  }
}

/** A school wants to be found under a domain that it has not proven. */
export class DomainNotProven extends AppError {
  constructor() {
    super({ code: 'domain-not-proven', status: 409, publicMessage: tenancyWords().domainNotProven })
  }
}

/** A school has as many domains as it can have. */
export class TooManyDomains extends AppError {
  constructor(most: number) {
    super({ code: 'too-many-domains', status: 409, publicMessage: tenancyWords().tooManyDomains(most) })
  }
}

/** What was to change is kept at the identity provider, whose next word would undo it. */
export class KeptElsewhere extends AppError {
  constructor() {
    super({ code: 'kept-elsewhere', status: 409, publicMessage: domainWords().keptAtSignIn })
  }
}
