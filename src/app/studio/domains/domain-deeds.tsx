import type { ReactNode } from 'react'
import { domainWords } from '#modules/tenancy/ui/words/domain-words.ts'
import { Button } from '#ui/button.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import type { DomainView } from './domain-views.ts'

type DomainDeedsProps = {
  domain: DomainView
  subdomain: string
  memberCount: number
  isPossible: boolean
}

/** What changes a domain for long: whether it is the main address, and its end. Each says what will happen first. */
export function DomainDeeds({ domain, subdomain, memberCount, isPossible }: DomainDeedsProps) {
  const words = domainWords()
  return (
    <div className="mt-12 grid gap-9 border-t pt-6">
      {domain.isVerified && isPossible ? <MainAddress domain={domain} subdomain={subdomain} /> : null}
      <section>
        <SectionHeader title={words.remove} />
        <p className="text-[0.9375rem] text-ink-2">
          {domain.isVerified ? words.linksLeadNowhere(domain.name) : words.claimGoes}
        </p>
        <Asked open={words.removeEllipsis} yes={words.yesRemove} intent="remove" danger>
          {domain.isVerified ? words.membersGoOn(memberCount, subdomain) : null}
        </Asked>
      </section>
    </div>
  )
}

function MainAddress({ domain, subdomain }: Pick<DomainDeedsProps, 'domain' | 'subdomain'>) {
  const words = domainWords()
  if (domain.isPrimary) {
    return (
      <section>
        <SectionHeader title={words.mainAddress} />
        <p className="text-[0.9375rem] text-ink-2">{words.mainText(subdomain)}</p>
        <form method="post" className="mt-4">
          <Button type="submit" name="intent" value="subdomain">
            {words.underSubdomain}
          </Button>
        </form>
      </section>
    )
  }
  return (
    <section>
      <SectionHeader title={words.mainAddress} />
      <p className="text-[0.9375rem] text-ink-2">
        {words.makeMainText(subdomain, domain.name)}
      </p>
      {domain.leadsHere === false ? (
        <Asked open={words.makeMainEllipsis} yes={words.yesMakeMain} intent="main" danger={false}>
          {words.leadsElsewhere(subdomain, domain.name)}
        </Asked>
      ) : (
        <form method="post" className="mt-4">
          <Button type="submit" name="intent" value="main">
            {words.makeMain}
          </Button>
        </form>
      )}
    </section>
  )
}

/** Opening it is the first of two steps, and works without script. */
function Asked({ open, yes, intent, danger, children }: { open: string; yes: string; intent: string; danger: boolean; children?: ReactNode }) {
  return (
    <details className="group mt-4">
      <summary className="inline-flex min-h-11 items-center rounded-md border border-edge bg-raised px-[18px] text-[0.9375rem] font-medium hover:bg-sunken group-open:hidden">{open}</summary>
      {children ? <p className="mb-3 text-[0.9375rem] text-ink-2">{children}</p> : null}
      <form method="post" className="flex flex-wrap items-center gap-2.5">
        <Button type="submit" variant={danger ? 'danger' : 'plain'} name="intent" value={intent}>
          {yes}
        </Button>
        <a href="?" className="link text-sm text-ink-2">
          {domainWords().keepAsIs}
        </a>
      </form>
    </details>
  )
}
