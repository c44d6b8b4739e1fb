import { redirect } from 'react-router'
import { domainWords } from '#modules/tenancy/ui/words/domain-words.ts'
import { readDomain, subdomainOrigin } from '#modules/tenancy/index.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { When } from '#ui/when.tsx'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { readId } from '../orders/books-visit.ts'
import type { Route } from './+types/domain.ts'
import { DomainDeeds } from './domain-deeds.tsx'
import { DomainRecordsToSet } from './domain-records.tsx'
import { domainView, reasonWords, standingWords } from './domain-views.ts'
import { doWithDomain } from './do-with-domain.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData ? loaderData.domain.name : domainWords().domain }]

export const loader = answering(async ({ request, params, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { app, base, tenant } = context.get(requestContext)
  const found = await readDomain(ctx, readId(params.domainId))
  const domain = domainView(found)
  const installation = app.config.baseDomain.replace(/:\d+$/, '')
  return {
    base,
    domain,
    words: standingWords()[domain.standing],
    trouble: domain.reason && reasonWords()[domain.reason],
    memberCount: found.memberCount,
    subdomain: new URL(subdomainOrigin(app.config, tenant?.slug ?? '')).hostname,
    // For those who cannot set a CNAME: only asked while the domain does not lead here.
    addresses: domain.leadsHere ? [] : ((await app.domainRecords.findAddresses(installation)) ?? []),
    isPossible: app.accounts.handOvers !== null,
    state: new URL(request.url).searchParams.get('state'),
    locale: currentLocale(),
    zone: tenant?.time_zone ?? 'UTC',
  }
})

export const action = answeringForm(async ({ request, params, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { app, base } = context.get(requestContext)
  const { id } = await readDomain(ctx, readId(params.domainId))
  const state = await doWithDomain({ ...app.systemCtx, ...ctx }, id, await readSentForm(request))
  throw redirect(`${base}/studio/settings/domains${state === 'removed' ? '' : `/${id}`}?state=${state}`)
})

const told = (): Record<string, string> => ({
  main: domainWords().mainNow,
  subdomain: domainWords().subdomainNow,
})

/** One domain: what to set for it, how it stands, and what can be done with it. */
export default function DomainPage({ loaderData, actionData }: Route.ComponentProps) {
  const said = domainWords()
  const { base, domain, words, state, subdomain, addresses, memberCount, isPossible, locale, zone } = loaderData
  const list = `${base}/studio/settings/domains`
  return (
    <div className="max-w-[820px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: said.settings, href: `${base}/studio/settings` }, { label: said.domains, href: list }, { label: domain.name }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="wrap-anywhere">{domain.name}</span>
            <Chip tone={words.tone}>{words.label}</Chip>
          </span>
        }
        text={domain.checkedAt ? <>{said.lastLookedUp}{' '}<When iso={domain.checkedAt} zone={zone} locale={locale} /></> : said.notLookedUp}
        actions={
          isPossible ? (
            <form method="post">
              <Button type="submit" name="intent" value="check" variant={domain.isVerified ? 'plain' : 'main'}>
                {said.checkNow}
              </Button>
            </form>
          ) : null
        }
      />
      {told()[state ?? ''] ? <Notice tone="good" title={told()[state ?? '']} className="mt-6" /> : null}
      <FormFaultList faults={actionData} className="mt-6" />
      <Trouble loaderData={loaderData} />
      <DomainRecordsToSet domain={domain} subdomain={subdomain} addresses={addresses} />
      <DomainDeeds domain={domain} subdomain={subdomain} memberCount={memberCount} isPossible={isPossible} />
    </div>
  )
}

function Trouble({ loaderData: { domain, trouble, state, locale, zone } }: Pick<Route.ComponentProps, 'loaderData'>) {
  const words = domainWords()
  if (domain.failingSince && trouble) {
    return (
      <Notice tone="warn" title={<>{words.proofMissingSince}{' '}<When iso={domain.failingSince} zone={zone} locale={locale} /></>} className="mt-6">
        {words.stillAnswers}
      </Notice>
    )
  }
  if (trouble) {
    return (
      <Notice tone={domain.standing === 'failed' ? 'bad' : 'warn'} title={trouble.title} className="mt-6">
        {trouble.text}
        {domain.standing === 'failed' && domain.reason !== 'taken' ? words.notAskedAgain : null}
      </Notice>
    )
  }
  if (!domain.isVerified) return null
  if (domain.leadsHere === false) {
    return (
      <Notice tone="warn" title={words.notHereYet} className="mt-6">
        {words.setSecond}
      </Notice>
    )
  }
  return state === 'checked' || state === 'main' ? <Notice tone="good" title={domain.leadsHere ? words.verifiedAndHere : words.isVerified} className="mt-6" /> : null
}
