import type { RouterContextProvider } from 'react-router'
import type { ElsewhereFault, SocialName } from '#modules/identity/index.ts'
import { requestContext } from '../request-context.ts'
import { accountWords } from '../words/account-words.ts'

/** With which accounts elsewhere one can sign in, and why that did not work just now. */
export interface ElsewhereDoor {
  providers: SocialName[]
  fault: { kind: ElsewhereFault; name: string } | null
}

/** Reads what an address says of an account elsewhere; anybody can write an address, so only our own few words count. */
export function readElsewhere(context: Readonly<RouterContextProvider>, asked: URLSearchParams): ElsewhereDoor {
  const providers = context.get(requestContext).app.social?.providers ?? []
  const by = providers.find(({ id }) => id === asked.get('by'))
  const kind = asked.get('elsewhere')
  return { providers, fault: by && isFault(kind) ? { kind, name: by.name } : null }
}

function isFault(kind: string | null): kind is ElsewhereFault {
  return kind !== null && Object.hasOwn(accountWords().elsewhere, kind)
}

/** The address of a page that says why an account elsewhere opened nothing. */
export function elsewhereHref(path: '/sign-in' | '/account/elsewhere', { fault, provider, next }: { fault: ElsewhereFault; provider: string; next: string | null }): string {
  return `${path}?${new URLSearchParams({ elsewhere: fault, by: provider, ...(next ? { next } : {}) })}`
}
