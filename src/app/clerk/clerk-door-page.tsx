import { lazy, Suspense, useSyncExternalStore } from 'react'
import { AccountPage } from '../marketing/account-page.tsx'
import type { SchoolAhead } from '../marketing/school-of-next.ts'
import { arrivalWords } from '../words/arrival-words.ts'
import type { ClerkDoor } from './clerk-door.ts'
import { ClerkScripts } from './clerk-scripts.tsx'

// Only who comes here under Clerk loads it.
const ClerkForms = lazy(() => import('./clerk-forms.tsx'))

const never = () => () => {}

/** Signing in or up by Clerk's own component, on our page. */
export function ClerkDoorPage({ door, school, title, text }: { door: ClerkDoor; school: SchoolAhead | null; title: string; text: string }) {
  const words = arrivalWords()
  const isInBrowser = useSyncExternalStore(never, () => true, () => false)
  const keepsCookies = useSyncExternalStore(never, () => navigator.cookieEnabled, () => true)
  if (!keepsCookies) {
    return (
      <AccountPage school={school} nonce={door.nonce} title={title}>
        <p role="alert">{words.needsCookies}</p>
      </AccountPage>
    )
  }
  const waiting = <Waiting title={title} />
  return (
    <AccountPage school={school} nonce={door.nonce}>
      <ClerkScripts source={door.source} nonce={door.nonce} withComponents />
      {isInBrowser ? (
        <Suspense fallback={waiting}>
          <ClerkForms door={door} title={title} text={text} waiting={waiting} />
        </Suspense>
      ) : (
        waiting
      )}
      <noscript>
        <p role="alert">{words.needsScripts}</p>
      </noscript>
    </AccountPage>
  )
}

function Waiting({ title }: { title: string }) {
  return (
    <>
      <h1 className="display text-2xl">{title}</h1>
      <p role="status" className="mt-2.5 text-ink-2">
        {arrivalWords().oneMoment}
      </p>
    </>
  )
}
