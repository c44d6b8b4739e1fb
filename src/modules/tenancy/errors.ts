import { AppError } from '#platform/errors/app-error.ts'

/** The last owner was to be removed or given another role. */
export class LastOwner extends AppError {
  constructor() {
    super({ code: 'last-owner', status: 409, publicMessage: 'A school keeps at least one owner. Make someone else an owner first.' })
  }
}

/** Someone who is no owner was to decide about an owner. */
export class OwnersOnly extends AppError {
  constructor() {
    super({ code: 'owners-only', status: 403, publicMessage: 'Only an owner can make someone an owner, or change an owner’s role.' })
  }
}

/** An invitation was accepted, taken back, or is too old. */
export class InvitationOver extends AppError {
  constructor() {
    super({ code: 'invitation-over', status: 410, publicMessage: 'This invitation is no longer open. Ask the school for a new one.' })
  }
}

/** An invitation went to another address than the one of who is signed in. */
export class InvitationForAnother extends AppError {
  constructor() {
    super({ code: 'invitation-for-another', status: 403, publicMessage: 'This invitation went to another address. Sign in with the address it was sent to.' })
  }
}

/** Sessions cannot be carried to domains of the schools' own where the identity provider keeps them. */
export class DomainsUnavailable extends AppError {
  constructor() {
    super({ code: 'domains-unavailable', status: 409, publicMessage: 'Domains of your own cannot be used here, as sign-ins are kept by Clerk. Your subdomain goes on as before.' })
  }
}

/** A school wants to be found under a domain that it has not proven. */
export class DomainNotProven extends AppError {
  constructor() {
    super({ code: 'domain-not-proven', status: 409, publicMessage: 'This domain is not verified yet. Set its TXT record and check it first.' })
  }
}

/** A school has as many domains as it can have. */
export class TooManyDomains extends AppError {
  constructor(most: number) {
    super({ code: 'too-many-domains', status: 409, publicMessage: `A school can have ${most} domains. Remove one that you no longer use first.` })
  }
}

/** What was to change is kept at the identity provider, whose next word would undo it. */
export class KeptElsewhere extends AppError {
  constructor() {
    super({ code: 'kept-elsewhere', status: 409, publicMessage: 'This is kept at the sign-in service, not here. Change it there; it shows here a moment later.' })
  }
}
