import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '#ui/icon.tsx'
import { AccountPage } from '../marketing/account-page.tsx'
import type { Onward } from '../marketing/school-of-next.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import { accountHref } from './account-href.ts'

type AccountFrameProps = {
  title: string
  text?: ReactNode
  onward: Onward
  nonce: string
  children: ReactNode
}

/** One matter of one's account, with the way back to the whole. */
export function AccountFrame({ title, text, onward, nonce, children }: AccountFrameProps) {
  return (
    <AccountPage school={onward.school} nonce={nonce}>
      <p className="-ml-1 mb-3 text-sm">
        <a href={accountHref('/account', onward.next)} className="touch inline-flex items-center gap-1 text-ink-2 hover:text-ink">
          <Icon of={ChevronLeft} size="sm" />
          {ownAccountWords().yourAccount}
        </a>
      </p>
      <h1 className="display text-2xl">{title}</h1>
      {text ? <p className="mt-2.5 text-ink-2">{text}</p> : null}
      <div className="mt-8">{children}</div>
    </AccountPage>
  )
}

type PasswordFieldProps = {
  /** Null: the account has none, and a recent sign-in stands in its place. */
  hasPassword: boolean
  children: ReactNode
}

/** Asks for the password where the account has one, and says what stands in its place where it has none. */
export function Proof({ hasPassword, children }: PasswordFieldProps) {
  if (hasPassword) return children
  return <p className="text-sm text-ink-2">{ownAccountWords().noPassword}</p>
}
