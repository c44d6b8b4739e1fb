import type { ReactNode } from 'react'
import { CopyField } from '#ui/copy-field.tsx'
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
      <CopyField label={words.secret} value={secret} className="mt-5" />
      {children}
    </section>
  )
}
