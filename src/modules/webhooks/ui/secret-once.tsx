import type { ReactNode } from 'react'
import { Notice } from '#ui/notice.tsx'
import { webhookPageWords } from './words/webhook-page-words.ts'

/** The secret of an endpoint, the one time that it is shown. */
export function SecretOnce({ secret, children }: { secret: string; children?: ReactNode }) {
  const words = webhookPageWords()
  return (
    <section aria-label={words.theSecret}>
      <Notice tone="warn" title={words.copyNow}>
        {words.secretHint}
      </Notice>
      <pre className="mt-4 select-all whitespace-pre-wrap break-all rounded-md border bg-sunken p-4 font-mono text-sm">
        {secret}
      </pre>
      {children}
    </section>
  )
}
