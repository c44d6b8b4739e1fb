import { ClerkScripts, type ClerkSource } from './clerk-scripts.tsx'

// What it needs to know stands in the attributes of Clerk's script, so nothing is ever written into this text.
const boot = `addEventListener('load', () => void window.Clerk?.load({ telemetry: false }).catch(() => {}))`

/**
 * Keeps somebody signed in while a page stays open: Clerk's script fetches a new token before the old one ends, so that
 * forms, data and live words go on. It shows nothing.
 */
export function SessionKeeper({ source, nonce }: { source: ClerkSource; nonce: string }) {
  return (
    <>
      <ClerkScripts source={source} nonce={nonce} />
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: boot }} suppressHydrationWarning />
    </>
  )
}
