import type { ReactNode } from 'react'
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
  return (
    <div className="mt-12 grid gap-9 border-t pt-6">
      {domain.isVerified && isPossible ? <MainAddress domain={domain} subdomain={subdomain} /> : null}
      <section>
        <SectionHeader title="Remove" />
        <p className="text-[0.9375rem] text-ink-2">
          {domain.isVerified ? `Links to ${domain.name} lead nowhere from then on, and whoever is signed in there is signed out there.` : 'The claim goes. Adding the domain again later gives it another record.'}
        </p>
        <Asked open="Remove the domain …" yes="Yes, remove it" intent="remove" danger>
          {domain.isVerified ? `Your school has ${memberCount === 1 ? '1 person' : `${memberCount} people`}; they go on under ${subdomain}. Mails that were sent before still hold the old links.` : null}
        </Asked>
      </section>
    </div>
  )
}

function MainAddress({ domain, subdomain }: Pick<DomainDeedsProps, 'domain' | 'subdomain'>) {
  if (domain.isPrimary) {
    return (
      <section>
        <SectionHeader title="Main address" />
        <p className="text-[0.9375rem] text-ink-2">Search engines, mails and {subdomain} lead to this domain. The studio opens under {subdomain} too.</p>
        <form method="post" className="mt-4">
          <Button type="submit" name="intent" value="subdomain">
            Be found under the subdomain again
          </Button>
        </form>
      </section>
    )
  }
  return (
    <section>
      <SectionHeader title="Main address" />
      <p className="text-[0.9375rem] text-ink-2">
        Let {subdomain}, mails and search engines lead to {domain.name}. The studio stays open under {subdomain}.
      </p>
      {domain.leadsHere === false ? (
        <Asked open="Make it the main address …" yes="Yes, make it the main address" intent="main" danger={false}>
          It does not seem to lead here. If that is so, visitors of {subdomain} are sent to where nothing of yours answers. Open {domain.name} in a browser first.
        </Asked>
      ) : (
        <form method="post" className="mt-4">
          <Button type="submit" name="intent" value="main">
            Make it the main address
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
          Keep as it is
        </a>
      </form>
    </details>
  )
}
