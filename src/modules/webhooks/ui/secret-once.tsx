import { Notice } from '#ui/notice.tsx'

/** The secret of an endpoint, the one time that it is shown. */
export function SecretOnce({ secret, children }: { secret: string; children?: React.ReactNode }) {
  return (
    <section aria-label="The secret">
      <Notice tone="warn" title="Copy this secret now: it is shown only this once">
        Your program checks with it that a message is from here. Keep it where passwords are kept.
      </Notice>
      {/* A text that scrolls must be reachable by the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label="Secret" className="mt-4 select-all overflow-x-auto rounded-md border bg-sunken p-4 font-mono text-sm">
        {secret}
      </pre>
      {children}
    </section>
  )
}
