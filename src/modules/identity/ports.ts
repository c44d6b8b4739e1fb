import { AppError } from '#platform/errors/app-error.ts'
import { securityWords } from './security/words/security-words.ts'

export type { LinkedAccount, SocialAccounts, SocialFault, SocialName } from './elsewhere/social-accounts.ts'

/** A person as an identity provider knows them: its own id, and what it can vouch for. */
export interface AccountFacts {
  /** What the provider calls the person. */
  subject: string
  name: string
  email: string | null
  isEmailVerified: boolean
  imageUrl: string | null
  /** When this was last changed, by the provider's clock; absent where our own database is that clock. */
  updatedAt?: Date
}

/** What a session says by itself, without asking anybody. */
export interface SessionFacts {
  subject: string
  /** Null: the session does not say. */
  isEmailVerified: boolean | null
}

/** One place where a person is signed in. */
export interface SignInSession {
  id: string
  userAgent: string | null
  address: string | null
  startedAt: Date
  /** When it was last used, to a few minutes. */
  lastSeenAt: Date
  isCurrent: boolean
  /** The schools' own domains that it was carried to. */
  domains: string[]
}

/** What an answer must carry so that the browser is signed in or out. */
export interface SessionChange {
  /** Set-Cookie lines. */
  cookies: string[]
}

/** How a try to sign in ended. Only who knows the password learns that the address is not confirmed yet. */
export type SignInOutcome =
  | ({ kind: 'signed-in' } & SessionChange)
  /** The password was right; the second factor is asked for in the browser that keeps these cookies. */
  | ({ kind: 'second-step' } & SessionChange)
  | { kind: 'unverified' }
  | { kind: 'refused' }

/** A link that signs in whoever follows it, once. */
export interface SignInLinkInput {
  email: string
  /** For the account that is made on the way when there is none. */
  name?: string
  /** Where the person lands; on one of our own hosts. */
  callbackUrl: string
  /** Where the person lands when the link was used or is too old; the sign-in page if not given. */
  errorUrl?: string
  expiresInSeconds: number
}

/** A link that proves that an account's address is its owner's, once. */
export interface ConfirmLinkInput {
  subject: string
  /** Where the person lands, signed in; on one of our own hosts. */
  callbackUrl: string
  expiresInSeconds: number
}

/** A request for a whole page, as its browser sent it. */
export interface PageRequest {
  /** On one of our own hosts. */
  url: URL
  headers: Headers
}

/**
 * Stands in the address while a browser is on its way to the provider and back. With `renewalOfKnown` it comes from a
 * page of ours that knows who is here, so the next host must find out too, or say why it cannot.
 */
export const renewalMark = 'cove_renewal'
export const renewalOfKnown = 'known'

/** What must happen before a page can be answered, because the cookies do not say yet who asks for it. */
export type SessionRenewal =
  /** The page is answered, and its answer carries these. */
  | { kind: 'go-on'; cookies: string[] }
  | { kind: 'lead-on'; location: string; cookies: string[] }
  /** It was tried, and did not bring a session that is good here. */
  | { kind: 'failed'; fault: SessionNotRenewed; cookies?: undefined }

/** How somebody came who brought a code. */
export type HandOverOutcome = ({ kind: 'arrived' } & SessionChange) | { kind: 'refused'; reason: 'unknown' | 'used' | 'another-host' | 'another-browser' | 'too-old' }

/** The way of a session to a school's own domain, where no cookie of the installation is seen: a nonce there, a code here, and there the session. */
export interface HandOvers {
  /** Begins on the school's domain. @returns what the installation is told of the browser's nonce, and its cookie */
  begin(headers: Headers): { nonceHash: string } & SessionChange
  /** Makes a code for the session of these headers. @returns null when there is none */
  createCode(headers: Headers, to: { host: string; nonceHash: string }): Promise<string | null>
  /** Turns a code into a session, once, within a minute, on its host and in its browser. */
  arrive(headers: Headers, code: string): Promise<HandOverOutcome>
  /** Ends all sessions on a host. */
  endAt(host: string): Promise<void>
}

/**
 * Who is signed in, and what their account says: what identity needs of every provider. It speaks of subjects, never
 * of our users.
 *
 * @example
 * const session = await ctx.accounts.findSession(request.headers)
 */
export interface IdentityProvider {
  /** Which provider of `user_identities` its subjects belong to. */
  provider: 'builtin' | 'clerk'
  /** Its sessions say by themselves whose they are: to check one takes neither network nor database. */
  isSelfContained: boolean
  /** The session in the cookies of a request; asked at each request, so it must be cheap. */
  findSession(headers: Headers): Promise<SessionFacts | null>
  findSessionByBearer(token: string): Promise<SessionFacts | null>
  /**
   * Looks after a session that lives by short tokens: by way of the provider, if that can tell who is here.
   *
   * @returns null when the page can be answered as it is
   */
  renewSession(page: PageRequest): Promise<SessionRenewal | null>
  /** @returns null when the account is gone */
  fetchAccount(subject: string): Promise<AccountFacts | null>
  renameAccount(subject: string, name: string): Promise<void>
  /** Deletes an account with its sessions; one that is gone already is no fault. */
  removeAccount(subject: string): Promise<void>
  signOut(headers: Headers): Promise<SessionChange>
  signOutEverywhere(subject: string): Promise<void>
  /** Ends one session of this person; another person's is left alone. */
  endSession(subject: string, sessionId: string): Promise<void>
  listSessions(subject: string, headers: Headers): Promise<SignInSession[]>
  /** Makes the account on the way when the address has none. */
  createSignInLink(input: SignInLinkInput): Promise<string>
  /** Null where the provider has its own way to other domains: then none of the schools' own are served. */
  handOvers: HandOvers | null
  /** The few addresses that links in mails need; everything else is 404. */
  handle(request: Request, address: string): Promise<Response>
}

/** Passwords and the mails around them: only accounts that live here have them, elsewhere they are the provider's own affair. */
export interface PasswordAccounts {
  findAccountByEmail(email: string): Promise<AccountFacts | null>
  /** @returns null when the address has an account already */
  createAccount(input: { email: string; name: string; password: string; isVerified: boolean }): Promise<AccountFacts | null>
  removeAccount(subject: string): Promise<void>
  /** Costs what making a password costs, for answers that must take equally long. */
  spendPasswordWork(): Promise<void>
  /** Ends all sessions and takes the address as proven. @returns null when the token is unknown, used or too old */
  resetPassword(token: string, newPassword: string): Promise<AccountFacts | null>
  signIn(input: { email: string; password: string; headers: Headers; address: string }): Promise<SignInOutcome>
  hasPassword(subject: string): Promise<boolean>
  /** Whether this is the account's password; null when it has none, because its owner comes by links or passkeys. */
  checkPassword(subject: string, password: string): Promise<boolean | null>
  /** Sets the password, ends all sessions but the one of these headers, and trusts no device any more. */
  changePassword(subject: string, newPassword: string, headers: Headers): Promise<void>
  /** A secret that gives the account another address, once, if its owner comes with it. */
  createAddressToken(input: { subject: string; email: string; expiresInSeconds: number }): Promise<string>
  /** The address that a secret stands for, if this account asked for it and it is still good; it is used up by that. */
  takeNewAddress(token: string, subject: string): Promise<string | null>
  /** @returns false when another account has the address */
  changeAddress(subject: string, email: string): Promise<boolean>
  createConfirmLink(input: ConfirmLinkInput): Promise<string>
  createResetToken(subject: string, expiresInSeconds: number): Promise<string>
}

/** How an answer to the question for the second factor ended; `over` when too much time or too many tries went by. */
export type SecondStepOutcome = ({ kind: 'signed-in' } & SessionChange) | { kind: 'refused' } | { kind: 'over' }

/** What somebody needs to set up an authenticator app. */
export interface AuthenticatorSetup {
  /** otpauth://, for the picture that the app reads. */
  uri: string
  /** The same secret in base32, to be typed. */
  secret: string
}

/** A second factor beside the password: codes of an authenticator app, and recovery codes. Only accounts that live here have it. */
export interface SecondFactor {
  /** The account whose sign-in waits for its second factor in the browser of these headers. */
  findPending(headers: Headers): Promise<string | null>
  /** @param input `trustsDevice` keeps the browser from being asked again for thirty days */
  answer(input: { code: string; kind: 'app' | 'recovery'; trustsDevice: boolean; headers: Headers }): Promise<SecondStepOutcome>
  read(subject: string): Promise<{ isOn: boolean; recoveryCodesLeft: number }>
  /** Makes a new seed, which is asked for only once `confirm` has seen a code of it. */
  begin(input: { subject: string; password: string | undefined; headers: Headers }): Promise<AuthenticatorSetup>
  /** The set-up that was begun and not confirmed. */
  findSetup(subject: string): Promise<AuthenticatorSetup | null>
  /** Turns it on, and ends all other sessions. @returns null for a wrong code */
  confirm(input: { subject: string; code: string; headers: Headers }): Promise<({ recoveryCodes: string[] } & SessionChange) | null>
  /** New recovery codes; the old ones are worth nothing any more. */
  renewRecoveryCodes(input: { password: string | undefined; headers: Headers }): Promise<string[]>
  turnOff(input: { subject: string; password: string | undefined; headers: Headers }): Promise<SessionChange>
}

/** A key that lives on somebody's device and signs in by it. */
export interface Passkey {
  id: string
  /** What its owner calls it; null while they have not said. */
  name: string | null
  /** Who keeps it, such as a password manager, where that is known. */
  keeper: string | null
  /** Whether it is kept in several places at once. */
  isSynced: boolean
  addedAt: Date | null
  lastUsedAt: Date | null
}

/** What the browser is asked, in the form that WebAuthn's JSON functions take. */
export type PasskeyQuestion = { options: Record<string, unknown> } & SessionChange

/** Passkeys by WebAuthn, for the host of the installation's own pages. Only accounts that live here have them. */
export interface Passkeys {
  list(subject: string): Promise<Passkey[]>
  askToAdd(headers: Headers): Promise<PasskeyQuestion>
  /** @returns false when what the browser answered is no answer to the question */
  add(input: { answer: unknown; name: string; headers: Headers }): Promise<boolean>
  /** @returns false when this account has no such passkey */
  rename(subject: string, id: string, name: string): Promise<boolean>
  remove(subject: string, id: string): Promise<boolean>
  askToSignIn(headers: Headers): Promise<PasskeyQuestion>
  signIn(input: { answer: unknown; headers: Headers; address: string }): Promise<({ kind: 'signed-in' } & SessionChange) | { kind: 'refused' }>
}

/** The provider cannot be asked right now; what it was asked for may work in a moment. */
export class IdentityUnavailable extends AppError {
  /** Whether the pause is the provider's own wish and no guess of ours. */
  readonly isAskedFor: boolean

  /** @param askedSeconds what the provider asked for; left out, a guess stands in its place */
  constructor(cause: unknown, askedSeconds?: number) {
    super({
      code: 'identity-unavailable',
      status: 503,
      publicMessage: securityWords().signInSilent,
      message: 'the identity provider cannot be reached, or asked for a pause',
      cause,
      retryAfterSeconds: askedSeconds ?? 5,
    })
    this.isAskedFor = askedSeconds !== undefined
  }
}

/** Why the way by the provider brought no session; said after one try, never by a circle of redirects. */
export class SessionNotRenewed extends AppError {
  constructor(reason: keyof ReturnType<typeof securityWords>['renewal'], cause?: unknown) {
    super({ code: 'session-not-renewed', status: reason === 'cookies' ? 400 : 503, publicMessage: securityWords().renewal[reason], message: `the identity provider was asked who is here, and it did not end well: ${reason}`, cause })
  }
}

/** How many tries are allowed in which time. */
export interface AttemptLimit {
  triesMax: number
  windowSeconds: number
}

/** Counts tries, for all processes together. */
export interface AttemptCounter {
  /** @returns 0 while tries are left, else the seconds until the next */
  secondsToWait(key: string, limit: AttemptLimit): Promise<number>
  /** Counts a try. @returns 0 if it was allowed, else the seconds until the next */
  count(key: string, limit: AttemptLimit): Promise<number>
  forget(key: string, limit: AttemptLimit): Promise<void>
}

/** What became different about how somebody signs in: its owner is told, in case it was somebody else. */
export type AccountChange = 'password-changed' | 'address-changed' | 'two-factor-on' | 'two-factor-off' | 'recovery-code-used' | 'passkey-added' | 'passkey-removed' | 'elsewhere-linked' | 'elsewhere-unlinked'

/** A mail about an account. All carry a link but none a password. */
export interface AccountMail {
  kind: 'confirm-address' | 'account-exists' | 'sign-in-link' | 'reset-password' | 'change-address' | AccountChange
  to: string
  name: string
  link: string
  /** Where the person was on the way to, a full address of ours: a mail that is asked for at a school looks like it. */
  next: string | null
}

/** Writes a mail about an account and sees to it that it goes out. */
export interface AccountMails {
  send(mail: AccountMail): Promise<void>
}

/** Brings to effect at once what a provider just wrote to the inbox about a person, instead of a moment later. */
export interface AccountEvents {
  settle(subject: string): Promise<void>
}
