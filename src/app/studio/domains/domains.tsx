import { Globe, Plus } from 'lucide-react'
import { listDomains, subdomainOrigin } from '#modules/tenancy/index.ts'
import { domainsMax } from '#modules/tenancy/domains/domain.schema.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import type { Route } from './+types/domains.ts'
import { domainView, standingWords, type DomainView } from './domain-views.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Domains' }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { app, base, tenant } = context.get(requestContext)
  const domains = (await listDomains(ctx)).map(domainView)
  return {
    base,
    domains,
    words: standingWords,
    subdomain: new URL(subdomainOrigin(app.config, tenant?.slug ?? '')).host,
    isPossible: app.accounts.handOvers !== null,
    isFull: domains.length >= domainsMax,
    most: domainsMax,
    isRemoved: new URL(request.url).searchParams.get('state') === 'removed',
  }
})

/** Under which addresses the school is found. */
export default function Domains({ loaderData }: Route.ComponentProps) {
  const { base, domains, subdomain, isPossible, isFull, most, isRemoved, words } = loaderData
  const here = `${base}/studio/settings/domains`
  const add = isPossible && !isFull ? (
    <ButtonLink variant="main" href={`${here}/new`}>
      <Icon of={Plus} />
      Add a domain
    </ButtonLink>
  ) : null
  const hasMain = isPossible && domains.some(({ isPrimary }) => isPrimary)
  return (
    <div className="max-w-[820px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: 'Settings', href: `${base}/studio/settings` }, { label: 'Domains' }]} />}
        title="Domains"
        text="Your school under a name of its own. The subdomain stays yours as well."
        actions={domains.length > 0 ? add : null}
      />
      {isRemoved ? <Notice tone="good" title="The domain is removed" className="mt-6" /> : null}
      {isPossible ? null : <WithClerk subdomain={subdomain} hasDomains={domains.length > 0} />}
      {isFull ? <Notice title={`A school has ${most} domains at most`} className="mt-6">Remove one that you no longer use to add another.</Notice> : null}
      <Rows label="Addresses" className="mt-7">
        <Row title={<span className="wrap-anywhere">{subdomain}</span>} text="Given by this installation" end={<Chip tone={hasMain ? 'neutral' : 'good'}>{hasMain ? 'Leads to the main address' : 'Main address'}</Chip>} className="max-sm:flex-wrap max-sm:gap-y-2" />
        {domains.map((domain) => (
          <DomainRow key={domain.id} domain={domain} href={`${here}/${domain.id}`} words={words[domain.standing]} />
        ))}
      </Rows>
      {domains.length === 0 && isPossible ? (
        <div className="mt-7">
          <EmptyState icon={Globe} title="No domain of your own yet" action={add}>
            You need one that is registered, and the right to change its DNS records. Setting two records takes a few minutes; that they are known everywhere can take an hour.
          </EmptyState>
        </div>
      ) : null}
    </div>
  )
}

function DomainRow({ domain, href, words: { label, tone } }: { domain: DomainView; href: string; words: (typeof standingWords)[keyof typeof standingWords] }) {
  const leads = domain.isVerified && domain.leadsHere === false ? 'It does not seem to lead here yet' : null
  return (
    <Row
      href={href}
      className="max-sm:flex-wrap max-sm:gap-y-2"
      title={<span className="wrap-anywhere">{domain.name}</span>}
      text={leads ?? (domain.isVerified ? 'Yours, by its TXT record' : 'Opens nothing until its TXT record is found')}
      end={<Chip tone={tone}>{label}</Chip>}
    />
  )
}

function WithClerk({ subdomain, hasDomains }: { subdomain: string; hasDomains: boolean }) {
  return (
    <Notice title="Domains of your own cannot be used with Clerk" className="mt-6">
      This installation lets Clerk keep sign-ins. Clerk carries them to another domain only as a satellite domain, which its operator has to add at Clerk for each one, and which CourseCove does not set up.{' '}
      {hasDomains ? `The domains below lead to ${subdomain}.` : `Your school is found under ${subdomain}.`}
    </Notice>
  )
}
