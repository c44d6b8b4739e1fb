import { KeyRound, Plus } from 'lucide-react'
import { redirect } from 'react-router'
import { listKeys, setOrigins } from '#modules/api-keys/index.ts'
import { originsForm } from '#modules/api-keys/origins/origins.schema.ts'
import { scopesSentence } from '#modules/api-keys/ui/key-words.ts'
import { keyPageWords } from '#modules/api-keys/ui/words/key-page-words.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { When } from '#ui/when.tsx'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm, type FormFaults } from '../../respond.ts'
import type { Route } from './+types/keys.ts'
import { keyView, type KeyView } from './key-view.ts'

export const meta: Route.MetaFunction = () => [{ title: keyPageWords().api }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'api-keys.manage')
  const { base, origin, tenant } = context.get(requestContext)
  const { keys, origins } = await listKeys(ctx)
  const state = new URL(request.url).searchParams.get('state')
  return { base, address: `${origin}${base}/api/v1`, keys: keys.map(keyView), origins, state, locale: currentLocale(), zone: tenant?.time_zone ?? 'UTC' }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'api-keys.manage')
  const { base } = context.get(requestContext)
  await setOrigins(ctx, parseForm(originsForm, await readSentForm(request)).origins)
  throw redirect(`${base}/studio/settings/api?state=origins`)
})

/** The school's keys, where its API is, and which websites may ask it. */
export default function Keys({ loaderData, actionData }: Route.ComponentProps) {
  const words = keyPageWords()
  const { base, address, keys, origins, state, locale, zone } = loaderData
  const here = `${base}/studio/settings/api`
  const make = (
    <ButtonLink variant="main" href={`${here}/new`}>
      <Icon of={Plus} />
      {words.makeKey}
    </ButtonLink>
  )
  return (
    <div className="max-w-[820px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.settings, href: `${base}/studio/settings` }, { label: words.api }]} />}
        title={words.api}
        text={words.keysText}
        actions={
          <>
            <ButtonLink href={`${here}/reference`}>{words.reference}</ButtonLink>
            {keys.length > 0 ? make : null}
          </>
        }
      />
      {state === 'revoked' ? <Notice tone="good" title={words.isRevoked} className="mt-6" /> : null}
      {state === 'origins' ? <Notice tone="good" title={words.websitesSaved} className="mt-6" /> : null}
      <section className="mt-8" aria-label={words.keys}>
        {keys.length === 0 ? (
          <EmptyState icon={KeyRound} title={words.noKeys} action={make}>
            {words.keysEmpty}
          </EmptyState>
        ) : (
          <>
            <SectionHeader title={words.keys} />
            <Rows label={words.keys}>
              {keys.map((key) => (
                <KeyRow key={key.id} of={key} href={`${here}/${key.id}`} locale={locale} zone={zone} />
              ))}
            </Rows>
          </>
        )}
        <p className="mt-3 text-sm text-ink-2">
          {words.theyAskAt}{' '}<code className="wrap-anywhere text-[0.8125rem]">{address}</code>
        </p>
      </section>
      <OriginsForm origins={origins} faults={actionData} />
    </div>
  )
}

function KeyRow({ of: { name, prefix, scopes, lastUsedAt, standing }, href, locale, zone }: { of: KeyView; href: string; locale: string; zone: string }) {
  return (
    <Row
      href={href}
      className="max-sm:flex-wrap max-sm:gap-y-2"
      title={
        <>
          <span className="wrap-anywhere">{name}</span> <code className="ml-1 whitespace-nowrap text-[0.8125rem] font-normal text-ink-2">{prefix}…</code>
        </>
      }
      text={
        <>
          {scopesSentence(scopes)}
          {lastUsedAt ? (
            <>
              {keyPageWords().lastUsedAt}{' '}<When iso={lastUsedAt} locale={locale} zone={zone} />
            </>
          ) : null}
        </>
      }
      end={<Chip tone={standing.tone}>{standing.label}</Chip>}
    />
  )
}

function OriginsForm({ origins, faults }: { origins: readonly string[]; faults: FormFaults | undefined }) {
  const words = keyPageWords()
  return (
    <section className="mt-12 border-t pt-6" aria-label={words.websites}>
      <SectionHeader title={words.websitesTitle} />
      <p className="mb-4 max-w-[62ch] text-[0.9375rem] text-ink-2">
        {words.websitesText}
      </p>
      <FormFaultList faults={faults} beside={['origins']} />
      <form method="post" noValidate className="grid gap-4">
        <TextareaField
          label={words.addresses}
          name="origins"
          optional
          hint={words.addressesHint}
          spellCheck={false}
          autoCapitalize="none"
          defaultValue={faults?.values.origins ?? origins.join('\n')}
          error={faults?.fieldErrors.origins}
          {...focusFirstFault(faults)('origins')}
        />
        <Button type="submit" className="justify-self-start">
          {words.saveWebsites}
        </Button>
      </form>
    </section>
  )
}
