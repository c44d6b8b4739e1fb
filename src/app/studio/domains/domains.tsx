import { Globe, Plus } from 'lucide-react'
import { domainWords } from '#modules/tenancy/ui/words/domain-words.ts'
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

export const meta: Route.MetaFunction = () => [{ title: domainWords().domains }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { app, base, tenant } = context.get(requestContext)
  const domains = (await listDomains(ctx)).map(domainView)
  return {
    base,
    domains,
    words: standingWords(),
    subdomain: new URL(subdomainOrigin(app.config, tenant?.slug ?? '')).host,
    isPossible: app.accounts.handOvers !== null,
    isFull: domains.length >= domainsMax,
    most: domainsMax,
    isRemoved: new URL(request.url).searchParams.get('state') === 'removed',
  }
})

/** Under which addresses the school is found. */
export default function Domains({ loaderData }: Route.ComponentProps) {
  const said = domainWords()
  const { base, domains, subdomain, isPossible, isFull, most, isRemoved, words } = loaderData
  const here = `${base}/studio/settings/domains`
  const add = isPossible && !isFull ? (
    <ButtonLink variant="main" href={`${here}/new`}>
      <Icon of={Plus} />
      {said.addDomain}
    </ButtonLink>
  ) : null
  const hasMain = isPossible && domains.some(({ isPrimary }) => isPrimary)
  return (
    <div className="max-w-[820px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: said.settings, href: `${base}/studio/settings` }, { label: said.domains }]} />}
        title={said.domains}
        text={said.domainsText}
        actions={domains.length > 0 ? add : null}
      />
      {isRemoved ? <Notice tone="good" title={said.removed} className="mt-6" /> : null}
      {isPossible ? null : <WithClerk subdomain={subdomain} hasDomains={domains.length > 0} />}
      {isFull ? <Notice title={said.mostDomains(most)} className="mt-6">{said.removeOne}</Notice> : null}
      <Rows label={said.addresses} className="mt-7">
        <Row title={<span className="wrap-anywhere">{subdomain}</span>} text={said.givenHere} end={<Chip tone={hasMain ? 'neutral' : 'good'}>{hasMain ? said.leadsToMain : said.mainAddress}</Chip>} className="max-sm:flex-wrap max-sm:gap-y-2" />
        {domains.map((domain) => (
          <DomainRow key={domain.id} domain={domain} href={`${here}/${domain.id}`} words={words[domain.standing]} />
        ))}
      </Rows>
      {domains.length === 0 && isPossible ? (
        <div className="mt-7">
          <EmptyState icon={Globe} title={said.noDomain} action={add}>
            {said.whatYouNeed}
          </EmptyState>
        </div>
      ) : null}
    </div>
  )
}

function DomainRow({ domain, href, words: { label, tone } }: { domain: DomainView; href: string; words: ReturnType<typeof standingWords>[DomainView['standing']] }) {
  const said = domainWords()
  const leads = domain.isVerified && domain.leadsHere === false ? said.notHereYetShort : null
  return (
    <Row
      href={href}
      className="max-sm:flex-wrap max-sm:gap-y-2"
      title={<span className="wrap-anywhere">{domain.name}</span>}
      text={leads ?? (domain.isVerified ? said.yoursByRecord : said.opensNothing)}
      end={<Chip tone={tone}>{label}</Chip>}
    />
  )
}

function WithClerk({ subdomain, hasDomains }: { subdomain: string; hasDomains: boolean }) {
  const words = domainWords()
  return (
    <Notice title={words.notWithClerk} className="mt-6">
      {words.clerkText}{' '}
      {hasDomains ? words.domainsLeadTo(subdomain) : words.foundUnder(subdomain)}
    </Notice>
  )
}
