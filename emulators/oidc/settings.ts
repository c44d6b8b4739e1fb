/** An application that the provider knows, as its console keeps it. */
export type Client = {
  id: string
  secret: string
  /** Where a code may go: compared letter for letter. */
  redirectUris: readonly string[]
}

/** Somebody with an account at the provider. */
export type Person = {
  sub: string
  email: string
  emailVerified: boolean
  name: string
}

/** What was chosen at the start and does not change. */
export type Settings = {
  clients: readonly Client[]
  /** For how long a code is good. */
  codeSeconds: number
}
