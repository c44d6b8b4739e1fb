import type { ReactNode } from 'react'
import { SkipLink } from '#ui/skip-link.tsx'
import { InstallationMark } from './installation-mark.tsx'

/** The mailbox's own calm page. */
export function MailboxFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col px-5">
      <SkipLink />
      <header className="mx-auto flex h-[76px] w-full max-w-[880px] items-center">
        <InstallationMark />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[880px] flex-1 pb-16 pt-3 outline-none">
        {children}
      </main>
    </div>
  )
}
