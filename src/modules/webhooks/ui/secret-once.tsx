import type { ReactNode } from 'react'
import { Notice } from '#ui/notice.tsx'

/** The secret of an endpoint, the one time that it is shown. */
export function SecretOnce({ secret, children }: { secret: string; children?: ReactNode }) {
  return (
    <section aria-label="The secret">
      <Notice tone="warn" title="Copy this secret now: it is shown only this once">
        Your program checks with it that a message is from here. Keep it where passwords are kept.
      </Notice>
      <pre className="mt-4 select-all whitespace-pre-wrap break-all rounded-md border bg-sunken p-4 font-mono text-sm">
        {secret}
      </pre>
      {children}
    </section>
  )
}
