import { ChevronRight, ExternalLink } from 'lucide-react'
import type { Protection } from '#modules/identity/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { ownAccountWords } from '../words/own-account-words.ts'
import { accountHref } from './account-href.ts'

const forward = <Icon of={ChevronRight} className="text-ink-3" />
const fewCodes = 3

/** How one signs in, and how well that is protected; each leads to where it is changed. */
export function SignInWays({ email, protection, next }: { email: string | null; protection: Protection; next: string | null }) {
  const words = ownAccountWords()
  const { hasPassword, passkeyCount, isTwoFactorOn, recoveryCodesLeft, elsewhere } = protection
  return (
    <Rows label={words.signingIn}>
      <Row href={accountHref('/account/address', next)} title={words.email} text={<span className="wrap-anywhere">{email ?? words.none}</span>} end={forward} />
      <Row href={accountHref('/account/password', next)} title={words.password} text={hasPassword ? words.isSet : words.noneYet} end={forward} />
      <Row
        href={accountHref('/account/passkeys', next)}
        title={words.passkeys}
        text={passkeyCount === 0 ? words.byFinger : words.passkeyCount(passkeyCount)}
        end={forward}
      />
      {elsewhere.isOffered || elsewhere.names.length > 0 ? (
        <Row href={accountHref('/account/elsewhere', next)} title={words.elsewhere} text={elsewhere.names.length > 0 ? elsewhere.names.join(', ') : words.byElsewhere} end={forward} />
      ) : null}
      <Row
        href={accountHref('/account/two-factor', next)}
        title={words.twoFactor}
        text={isTwoFactorOn ? codesLeft(recoveryCodesLeft) : words.codeBeside}
        end={
          <>
            {isTwoFactorOn ? <Chip tone={recoveryCodesLeft <= fewCodes ? 'warn' : 'good'}>{words.on}</Chip> : <Chip>{words.off}</Chip>}
            {forward}
          </>
        }
      />
    </Rows>
  )
}

function codesLeft(count: number): string {
  const words = ownAccountWords()
  return count === 0 ? words.noCodesLeft : words.someCodesLeft(count)
}

/** With Clerk all of this is Clerk's own: said, and linked where Clerk's page for it is known. */
export function ClerkKeepsIt({ email, href }: { email: string | null; href: string | null }) {
  const words = ownAccountWords()
  return (
    <Rows label={words.signingIn}>
      <Row title={words.email} text={<span className="wrap-anywhere">{email ?? words.none}</span>} />
      <Row
        title={words.clerkKeeps}
        text={words.keptByClerk}
        end={
          href ? (
            <ButtonLink size="sm" href={href}>
              {words.open}
              <Icon of={ExternalLink} size="sm" />
            </ButtonLink>
          ) : null
        }
      />
    </Rows>
  )
}
