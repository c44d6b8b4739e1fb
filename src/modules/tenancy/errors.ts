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

/** What was to change is kept at the identity provider, whose next word would undo it. */
export class KeptElsewhere extends AppError {
  constructor() {
    super({ code: 'kept-elsewhere', status: 409, publicMessage: 'This is kept at the sign-in service, not here. Change it there; it shows here a moment later.' })
  }
}
