import { ButtonLink } from '#ui/button.tsx'
import { accountWords } from '../words/account-words.ts'
import { AccountPage } from './account-page.tsx'
import type { SchoolAhead } from './school-of-next.ts'

type OnwardPageProps = {
  school: SchoolAhead | null
  nonce: string
  /** Where to, and its name. */
  to: { href: string; name: string }
}

/**
 * Goes on to another site by itself, or by a press. A redirect would not get there: the page's policy says where forms
 * may lead, and a provider leads on to whom it likes.
 */
export function OnwardPage({ school, nonce, to: { href, name } }: OnwardPageProps) {
  const words = accountWords()
  return (
    <AccountPage school={school} nonce={nonce} title={words.onTo(name)}>
      <meta httpEquiv="refresh" content={`0;url=${href}`} />
      <ButtonLink variant="main" wide href={href} rel="noreferrer">
        {words.goOnTo(name)}
      </ButtonLink>
    </AccountPage>
  )
}
