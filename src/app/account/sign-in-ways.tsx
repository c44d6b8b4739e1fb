import { ChevronRight, ExternalLink } from 'lucide-react'
import type { Protection } from '#modules/identity/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { accountHref } from './account-href.ts'

const forward = <Icon of={ChevronRight} className="text-ink-3" />
const fewCodes = 3

/** How one signs in, and how well that is protected; each leads to where it is changed. */
export function SignInWays({ email, protection, next }: { email: string | null; protection: Protection; next: string | null }) {
  const { hasPassword, passkeyCount, isTwoFactorOn, recoveryCodesLeft } = protection
  return (
    <Rows label="Signing in">
      <Row href={accountHref('/account/address', next)} title="E-mail" text={<span className="wrap-anywhere">{email ?? 'None'}</span>} end={forward} />
      <Row href={accountHref('/account/password', next)} title="Password" text={hasPassword ? 'Set' : 'None: you sign in by links that are mailed to you'} end={forward} />
      <Row
        href={accountHref('/account/passkeys', next)}
        title="Passkeys"
        text={passkeyCount === 0 ? 'Sign in with your fingerprint, face or screen lock' : passkeyCount === 1 ? 'One passkey' : `${passkeyCount} passkeys`}
        end={forward}
      />
      <Row
        href={accountHref('/account/two-factor', next)}
        title="Two-factor sign-in"
        text={isTwoFactorOn ? codesLeft(recoveryCodesLeft) : 'A code of your phone beside the password'}
        end={
          <>
            {isTwoFactorOn ? <Chip tone={recoveryCodesLeft <= fewCodes ? 'warn' : 'good'}>On</Chip> : <Chip>Off</Chip>}
            {forward}
          </>
        }
      />
    </Rows>
  )
}

function codesLeft(count: number): string {
  if (count === 0) return 'No recovery codes are left: make new ones'
  return count === 1 ? 'One recovery code is left' : `${count} recovery codes are left`
}

/** With Clerk all of this is Clerk's own: said, and linked where Clerk's page for it is known. */
export function ClerkKeepsIt({ email, href }: { email: string | null; href: string | null }) {
  return (
    <Rows label="Signing in">
      <Row title="E-mail" text={<span className="wrap-anywhere">{email ?? 'None'}</span>} />
      <Row
        title="Password, passkeys and two-factor sign-in"
        text="Kept by Clerk, the sign-in service of this site"
        end={
          href ? (
            <ButtonLink size="sm" href={href}>
              Open
              <Icon of={ExternalLink} size="sm" />
            </ButtonLink>
          ) : null
        }
      />
    </Rows>
  )
}
