import { AccountPage } from './account-page.tsx'
import type { ClerkDoor } from './clerk-door.ts'
import type { SchoolAhead } from './school-of-next.ts'

// Everything it needs to know stands in the div's attributes, so nothing is ever written into this text.
const boot = `
const { nonce } = document.currentScript
addEventListener('load', async () => {
  const place = document.getElementById('clerk')
  const { page, next, other } = place.dataset
  try {
    await window.Clerk.load({ nonce })
    place.textContent = ''
    if (page === 'sign-in') window.Clerk.mountSignIn(place, { routing: 'hash', forceRedirectUrl: next, signUpForceRedirectUrl: next, signUpUrl: other })
    else window.Clerk.mountSignUp(place, { routing: 'hash', forceRedirectUrl: next, signInForceRedirectUrl: next, signInUrl: other })
  } catch {
    place.textContent = 'Signing in could not be loaded. Check your connection and load this page again.'
  }
})`

/** Clerk's own component, loaded from the host that the publishable key names. */
export function ClerkComponent({ page, publishableKey, scriptUrl, redirectUrl, otherUrl, nonce, school, title }: ClerkDoor & { school: SchoolAhead | null; title: string }) {
  return (
    <AccountPage school={school} nonce={nonce} title={title}>
      <div id="clerk" role="status" data-page={page} data-next={redirectUrl} data-other={otherUrl}>
        One moment…
      </div>
      <noscript>This page needs scripts.</noscript>
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: boot }} />
      <script nonce={nonce} src={scriptUrl} defer crossOrigin="anonymous" data-clerk-publishable-key={publishableKey} />
    </AccountPage>
  )
}
