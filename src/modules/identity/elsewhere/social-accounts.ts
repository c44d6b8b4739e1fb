/** An account elsewhere that opens one here. */
export interface LinkedAccount {
  id: string
  /** By its id, such as `google`. */
  provider: string
  since: Date
}

/**
 * Why an account elsewhere opened nothing here: it was refused there; the way took too long, was gone before, or in
 * another browser; the address is not proven there, or not told; the account opens another one here; the provider does
 * not answer; anything else.
 */
export type SocialFault = 'refused' | 'over' | 'unproven' | 'no-address' | 'taken' | 'silent' | 'failed'

/** Who vouches for people, by its id, such as `google`, and as its button names it. */
export interface SocialName {
  id: string
  name: string
}

/** Signing in with an account elsewhere: only where such providers are configured. */
export interface SocialAccounts {
  /** In the order of their buttons; none where no keys are set. */
  providers: SocialName[]
  /**
   * Begins the way to a provider. It is good only in the browser that keeps these cookies.
   *
   * @param input both addresses are on our own hosts; to the second one `elsewhere`, a `SocialFault`, and `by`, the
   * provider, are added. With `isLink` the account elsewhere is to open the one that is signed in by these headers
   * @returns `unknown` for a provider that is not configured, `silent` for one that does not answer
   */
  begin(input: { provider: string; callbackUrl: string; errorUrl: string; isLink: boolean; headers: Headers }): Promise<{ kind: 'begun'; url: string; cookies: string[] } | { kind: 'unknown' } | { kind: 'silent' }>
  /** Answers whoever comes back from a provider. @returns null for any other request; `linked` when an account that was here already opens by it from now on */
  answer(request: Request, address: string): Promise<{ response: Response; linked: { subject: string; provider: string } | null } | null>
  list(subject: string): Promise<LinkedAccount[]>
  /** @returns whether it was theirs */
  remove(subject: string, accountId: string): Promise<boolean>
}
