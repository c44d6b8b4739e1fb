import type { ReactNode } from 'react'
import { cn } from './class-names.ts'
import { SkipLink } from './skip-link.tsx'

type AuthShellProps = {
  /** The mark and name of whoever asks, as a link home. */
  mark: ReactNode
  /** The one heading; left out where what stands inside has its own. */
  title?: string | undefined
  text?: ReactNode
  children: ReactNode
  /** The way for those who are wrong here: "New here? Create an account". */
  foot?: ReactNode
  /** More than one question: a column that lists fit into. */
  wide?: boolean | undefined
}

/** One calm question in the middle of an empty page: signing in, signing up, setting a password. */
export function AuthShell({ mark, title, text, children, foot, wide }: AuthShellProps) {
  return (
    <div className="flex min-h-dvh flex-col px-5">
      <SkipLink />
      <header className="mx-auto flex h-[76px] w-full max-w-[1180px] items-center">{mark}</header>
      <main id="main" tabIndex={-1} className={cn('mx-auto w-full flex-1 pb-16 pt-[clamp(8px,7vh,88px)] outline-none', wide ? 'max-w-[640px]' : 'max-w-[400px]')}>
        {title ? <h1 className="display text-2xl">{title}</h1> : null}
        {text ? <p className="mt-2.5 text-ink-2">{text}</p> : null}
        <div className={title ? 'mt-8' : undefined}>{children}</div>
        {foot ? <div className="mt-8 border-t pt-5 text-sm text-ink-2">{foot}</div> : null}
      </main>
    </div>
  )
}
