/** Where Clerk's scripts are, and what they need to know of this installation. */
export interface ClerkSource {
  publishableKey: string
  /** Scheme and host that the scripts come from, and that they speak to. */
  frontendUrl: string
  proxyUrl: string | undefined
}

type ScriptsProps = { source: ClerkSource; nonce: string; withComponents?: boolean }

/**
 * Clerk's own scripts for browsers, in the lines that the pinned `@clerk/react` belongs to. They stand in the page from
 * the start, under the marks that it looks for, so that they load while ours do.
 */
export function ClerkScripts({ source, nonce, withComponents }: ScriptsProps) {
  const { publishableKey, frontendUrl, proxyUrl } = source
  const shared = { nonce, crossOrigin: 'anonymous', 'data-clerk-publishable-key': publishableKey, 'data-clerk-proxy-url': proxyUrl, suppressHydrationWarning: true } as const
  return (
    <>
      <script async src={`${frontendUrl}/npm/@clerk/clerk-js@6/dist/clerk.browser.js`} data-clerk-js-script="" {...shared} />
      {withComponents ? <script async src={`${frontendUrl}/npm/@clerk/ui@1/dist/ui.browser.js`} data-clerk-ui-script="" {...shared} /> : null}
    </>
  )
}
