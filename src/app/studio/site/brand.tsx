import { formatHex } from 'culori'
import { Form } from 'react-router'
import { dressSchool, setLogo } from '#modules/storefront/index.ts'
import { lookForm, looks } from '#modules/storefront/looks/look.schema.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { Button } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'
import { typePairs, type TypePair } from '#ui/brand/type-pairs.ts'
import { siteWords } from '../../words/site-words.ts'
import type { Route } from './+types/brand.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm, type FormFaults } from '../../respond.ts'
import { logoUrl } from '../../tenant/catalog/school-page.ts'
import { answerDone, wordOf } from '../courses/form-answer.ts'
import { BrandField } from './brand-field.tsx'
import { LogoField } from './logo-field.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import { SiteTabs } from './site-tabs.tsx'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  await requireStudio(context, request, 'school.manage')
  const { app, base, tenant } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  return {
    site: `${base}/studio/site`,
    uploadsHref: `${base}/api/uploads`,
    schoolName: tenant.name,
    // A colour picker takes no other form; seeds and older schools may say theirs in another.
    brandColour: formatHex(tenant.brand_colour) ?? '#96372f',
    typePair: tenant.type_pair,
    look: tenant.look,
    logo: logoUrl(app.config, tenant),
    // Another look is another preview.
    version: [tenant.brand_colour, tenant.type_pair, tenant.look, tenant.logo_file_id ?? ''].join('-').replace(/[^\w-]/g, ''),
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const words = siteWords()
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { base } = context.get(requestContext)
  const form = await readSentForm(request)
  const done = (said: string) => answerDone(request, `${base}/studio/site/brand`, said)
  switch (wordOf(form, 'intent')) {
    case 'dress':
      await dressSchool(ctx, parseForm(lookForm, form))
      return done(words.lookSaved)
    case 'set-logo':
      await setLogo(ctx, { fileId: wordOf(form, 'fileId') })
      return done(words.logoStands)
    case 'remove-logo':
      await setLogo(ctx, { fileId: null })
      return done(words.logoGone)
    default:
      throw new NotFound('no such deed on the brand')
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: siteWords().brandTitle(loaderData?.schoolName ?? 'Studio') }]

const lookWords = (): Record<(typeof looks)[number], { label: string; hint: string }> => ({
  device: { label: siteWords().asDevice, hint: siteWords().asDeviceHint },
  light: { label: siteWords().alwaysLight, hint: siteWords().alwaysLightHint },
  dark: { label: siteWords().alwaysDark, hint: siteWords().alwaysDarkHint },
})

export default function Brand({ loaderData, actionData }: Route.ComponentProps) {
  const words = siteWords()
  const { site, version, logo, uploadsHref, schoolName } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  const said = actionData && 'said' in actionData ? actionData.said : null

  return (
    <>
      <PageHeader title={words.site} text={words.brandText} />
      <SiteTabs site={site} current="brand" />
      <FormFaultList faults={faults} beside={['brandColour', 'typePair', 'look']} className="mt-5" />
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
        <div className="grid content-start gap-8">
          <LogoField logo={logo} schoolName={schoolName} uploadsHref={uploadsHref} />
          <LookForm brand={loaderData} faults={faults} said={said} />
        </div>
        <PreviewFrame site={site} versionId={version} />
      </div>
    </>
  )
}

type LookFormProps = { brand: { brandColour: string; typePair: string; look: string }; faults: FormFaults | undefined; said: string | null }

function LookForm({ brand, faults, said }: LookFormProps) {
  const words = siteWords()
  const value = (name: 'brandColour' | 'typePair' | 'look') => faults?.values[name] ?? brand[name]
  return (
    <Form method="post" noValidate className="grid gap-8 border-t pt-7">
      <input type="hidden" name="intent" value="dress" />
      <BrandField value={value('brandColour')} error={faults?.fieldErrors.brandColour} />
      <RadioCards
        name="typePair"
        label={words.typeface}
        hint={words.typefaceHint}
        defaultValue={value('typePair')}
        error={faults?.fieldErrors.typePair}
        choices={(Object.keys(typePairs) as TypePair[]).map((key) => ({
          value: key,
          label: typePairs[key].label,
          hint: (
            <>
              <span aria-hidden="true" className="block text-[1.5rem] leading-tight text-ink" style={{ fontFamily: typePairs[key].family, fontWeight: typePairs[key].weight }}>
                {words.typefaceExample}
              </span>
              {words.typefaces[key]}
            </>
          ),
        }))}
      />
      <RadioCards name="look" label={words.lightOrDark} defaultValue={value('look')} error={faults?.fieldErrors.look} choices={looks.map((look) => ({ value: look, ...lookWords()[look] }))} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="main">
          {words.save}
        </Button>
        <p role="status" className="text-sm text-ink-3">
          {said}
        </p>
      </div>
    </Form>
  )
}
