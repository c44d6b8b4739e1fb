import { useEffect, useRef } from 'react'
import { data, redirect } from 'react-router'
import { createOrganization, suggestFreeSlug, subdomainOrigin } from '#modules/tenancy/index.ts'
import { addSample } from '#modules/catalog/index.ts'
import { createOrganizationForm, currencies, schoolName } from '#modules/tenancy/organizations/organization.schema.ts'
import { presets } from '#modules/tenancy/presets/presets.schema.ts'
import { presetWords } from '#modules/tenancy/ui/words/preset-words.ts'
import { wordingOf } from '#modules/tenancy/presets/wording.schema.ts'
import { withTenant } from '#platform/db/with-tenant.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Button } from '#ui/button.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { parseForm } from '../parse-form.ts'
import { requestContext } from '../request-context.ts'
import { readSentForm } from '../read-sent-form.ts'
import { requireViewer, signInHref } from '../require-viewer.ts'
import { answering, answeringForm, type FormFaults } from '../respond.ts'
import { arrivalWords } from '../words/arrival-words.ts'
import type { Route } from './+types/onboarding.ts'
import { AccountPage } from './account-page.tsx'
import { focusFirstFault, FormFaultList } from './form-fault-list.tsx'
import { PresetPreview } from './preset-preview.tsx'
import { presetTones } from './preset-tones.ts'
import { timeZones } from './time-zones.ts'

export const meta: Route.MetaFunction = () => [{ title: arrivalWords().openTitle }]

// Named by the server alone: browsers know other lists, and what was rendered must not change when scripts arrive.
function currencyChoices() {
  const names = new Intl.DisplayNames(currentLocale(), { type: 'currency' })
  return currencies.map((code) => ({ value: code, label: `${code.toUpperCase()} · ${names.of(code.toUpperCase()) ?? ''}` }))
}

/** The second step knows the name from the first by the address of the page, so going back loses nothing. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { app, viewer } = context.get(requestContext)
  // Whoever opens a school is mostly new here; that page leads on to sign-in for the others.
  if (!(await viewer())) throw redirect(signInHref(context, request, 'sign-up'))
  const { searchParams } = new URL(request.url)
  if (!searchParams.has('name')) return { step: 1 as const, faults: undefined, tones: presetTones() }

  const given = schoolName.safeParse(Object.fromEntries(searchParams))
  if (!given.success) return data({ step: 1 as const, faults: faultsOf(given.error.issues, searchParams), tones: presetTones() }, { status: 422 })
  return { step: 2 as const, baseDomain: app.config.baseDomain, ...given.data, slug: await suggestFreeSlug(app.systemCtx, given.data.name), zones: timeZones, currencyChoices: currencyChoices() }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { userId } = await requireViewer(context, request)
  const { app } = context.get(requestContext)
  const input = parseForm(createOrganizationForm, await readSentForm(request))
  const { sample, ...school } = input
  const { slug, organizationId } = await createOrganization(app.systemCtx, { ...school, userId })
  if (sample) await addSample({ ...app.systemCtx, organizationId, userId, inTenant: (work) => withTenant(app.pools.web, { organizationId, userId }, work) }, school)
  throw redirect(`${subdomainOrigin(app.config, slug)}/studio`)
})

export default function Onboarding({ loaderData, actionData }: Route.ComponentProps) {
  const words = arrivalWords()
  if (loaderData.step === 1) return <NameStep {...loaderData} />

  return (
    <AccountPage title={words.whereFound(loaderData.name)} text={words.stepTwo} foot={<BackLink />}>
      <FormFaultList faults={actionData} beside={['slug', 'currency', 'timeZone', 'sample']} />
      <AddressStep {...loaderData} faults={actionData} />
    </AccountPage>
  )
}

function NameStep({ faults, tones }: { faults: FormFaults | undefined; tones: ReturnType<typeof presetTones> }) {
  const kinds = presetWords()
  const words = arrivalWords()
  return (
    <AccountPage title={words.openYourSchool} text={words.stepOne}>
      <form method="get" noValidate className="grid gap-7">
        <TextField
          label={words.nameOfSchool}
          name="name"
          autoComplete="organization"
          required
          maxLength={120}
          defaultValue={faults?.values.name}
          error={faults?.fieldErrors.name}
          {...focusFirstFault(faults)('name')}
        />
        <RadioCards
          label={words.whichKind}
          name="preset"
          defaultValue={faults?.values.preset || 'music-school'}
          error={faults?.fieldErrors.preset}
          choices={presets.map(({ value }) => ({ value, label: kinds[value].label, hint: kinds[value].hint, picture: <PresetPreview preset={value} tones={tones[value]} /> }))}
        />
        <Button type="submit" variant="main" wide>
          {words.goOn}
        </Button>
      </form>
    </AccountPage>
  )
}

type AddressStepProps = {
  name: string
  preset: string
  slug: string
  baseDomain: string
  zones: readonly string[]
  currencyChoices: readonly { value: string; label: string }[]
  faults: FormFaults | undefined
}

function AddressStep({ name, preset, slug, baseDomain, zones, currencyChoices, faults }: AddressStepProps) {
  const words = arrivalWords()
  const zone = useOwnTimeZone(zones, faults === undefined)
  const { course, lesson } = wordingOf(preset)
  return (
    <form method="post" noValidate className="grid gap-6">
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="preset" value={preset} />
      <TextField
        label={words.address}
        name="slug"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={40}
        hint={words.goesBefore(baseDomain)}
        defaultValue={faults?.values.slug ?? slug}
        error={faults?.fieldErrors.slug}
      {...focusFirstFault(faults)('slug')}
      />
      <SelectField
        label={words.currency}
        name="currency"
        hint={words.currencyHint}
        defaultValue={faults?.values.currency ?? 'eur'}
        error={faults?.fieldErrors.currency}
        options={currencyChoices}
      />
      <SelectField
        ref={zone}
        label={words.timeZone}
        name="timeZone"
        defaultValue={faults?.values.timeZone ?? 'Europe/Lisbon'}
        error={faults?.fieldErrors.timeZone}
        options={zones.map((known) => ({ value: known, label: known.replace(/_/g, ' ') }))}
      />
      <CheckboxField
        label={words.sample(course)}
        hint={words.sampleHint(course, lesson)}
        name="sample"
        defaultChecked={faults?.values.sample === 'on'}
        error={faults?.fieldErrors.sample}
      />
      <Button type="submit" variant="main" wide>
        {words.openTheSchool}
      </Button>
    </form>
  )
}

function BackLink() {
  return (
    <a href="/onboarding" className="link font-medium text-ink">
      {arrivalWords().changeName}
    </a>
  )
}

/** The device knows the zone better than a list does; without script the list is what there is. */
function useOwnTimeZone(zones: readonly string[], isUntouched: boolean) {
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (isUntouched && select.current && zones.includes(own)) select.current.value = own
  }, [zones, isUntouched])
  return select
}

function faultsOf(issues: readonly { path: PropertyKey[]; message: string }[], given: URLSearchParams): FormFaults {
  const fieldErrors: Record<string, string> = {}
  for (const { path, message } of issues) fieldErrors[String(path[0])] ??= message
  return { fieldErrors, values: Object.fromEntries(given), formError: null }
}
