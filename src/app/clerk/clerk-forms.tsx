import { ClerkFailed, ClerkProvider, SignIn, SignUp, useClerk } from '@clerk/react'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { arrivalWords } from '../words/arrival-words.ts'
import { clerkLook } from './clerk-look.ts'
import type { ClerkDoor } from './clerk-door.ts'

type FormsProps = { door: ClerkDoor; title: string; text: string; waiting: ReactNode }

/** Clerk's components, in our colours and with our words above them. A chunk of its own: see `clerk-door-page.tsx`. */
export default function ClerkForms({ door, title, text, waiting }: FormsProps) {
  const { page, source, redirectUrl, otherUrl, allowedOrigins, nonce } = door
  const [, wake] = useState(false)
  const shared = { routing: 'hash', fallback: waiting, forceRedirectUrl: redirectUrl } as const
  const words = { start: { title, titleCombined: title, subtitle: text, subtitleCombined: text } }
  return (
    <ClerkProvider
      publishableKey={source.publishableKey}
      {...(source.proxyUrl ? { proxyUrl: source.proxyUrl } : {})}
      nonce={nonce}
      telemetry={false}
      allowedRedirectOrigins={allowedOrigins}
      appearance={clerkLook}
      localization={{ signIn: words, signUp: words }}
    >
      <Wakeful onLoaded={() => wake(true)} />
      <ClerkFailed>
        <p role="alert">{arrivalWords().signInNotLoaded}</p>
      </ClerkFailed>
      {page === 'sign-in' ? (
        <SignIn {...shared} signUpForceRedirectUrl={redirectUrl} signUpUrl={otherUrl} />
      ) : (
        <SignUp {...shared} signInForceRedirectUrl={redirectUrl} signInUrl={otherUrl} />
      )}
    </ClerkProvider>
  )
}

/**
 * `@clerk/react` 6.17.2 listens for its script from an effect on: a script that was ready before, as one that stood in
 * the page from the start can be, is never heard, and the component waits for ever.
 */
function Wakeful({ onLoaded }: { onLoaded: () => void }) {
  const clerk = useClerk()
  const tell = useEffectEvent(onLoaded)
  useEffect(() => {
    if (clerk.loaded) tell()
  }, [clerk])
  return null
}
