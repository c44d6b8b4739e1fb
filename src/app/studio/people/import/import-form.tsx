import { redirect } from 'react-router'
import { checkPeopleFile, decodeFile, listImports } from '#modules/tenancy/index.ts'
import { importCharactersMax, importForm, importRowsMax } from '#modules/tenancy/imports/import.schema.ts'
import { invitedRoles } from '#modules/tenancy/invitations/invitation.schema.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { controlStyles, Field } from '#ui/field.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { When } from '#ui/when.tsx'
import { focusFirstFault, FormFaultList } from '../../../marketing/form-fault-list.tsx'
import { parseForm } from '../../../parse-form.ts'
import { readSentForm } from '../../../read-sent-form.ts'
import { requestContext } from '../../../request-context.ts'
import { requireStudio } from '../../../require-viewer.ts'
import { answering, answeringForm, type FormFaults } from '../../../respond.ts'
import { useLive } from '../../../use-live.ts'
import { peopleWords } from '../../../words/people-words.ts'
import { useRoleWords } from '../role-words.ts'
import type { Route } from './+types/import-form.ts'
import { importView, stateWords, type ImportView } from './import-view.ts'

export const meta: Route.MetaFunction = () => [{ title: peopleWords().inviteMany }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const { base, tenant } = context.get(requestContext)
  return { base, imports: (await listImports(ctx)).map(importView), zone: tenant?.time_zone ?? 'UTC', locale: currentLocale() }
})

/** A file counts before what was pasted: who chose one means it. */
export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.manage')
  const form = await readSentForm(request)
  const file = form.get('file')
  form.delete('file')
  const { rows, role } = parseForm(importForm, form)
  const { importId } = await checkPeopleFile(ctx, { role, text: file instanceof File && file.size > 0 ? await readText(file) : rows })
  throw redirect(`${context.get(requestContext).base}/studio/people/import/${importId}`)
})

async function readText(file: File): Promise<string> {
  if (file.size > importCharactersMax) throw new InvalidInput({ file: peopleWords().fileTooLarge })
  return decodeFile(new Uint8Array(await file.arrayBuffer()))
}

/** Takes a table of people, and shows what was taken before. */
export default function ImportForm({ loaderData, actionData }: Route.ComponentProps) {
  const words = peopleWords()
  const { base, imports, zone, locale } = loaderData
  const invitations = `${base}/studio/people/invitations`
  useLive(['people'])
  return (
    <div className="max-w-[680px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.invitations, href: invitations }, { label: words.inviteMany }]} />}
        title={words.inviteMany}
        text={words.importText(importRowsMax.toLocaleString(currentLocale()))}
      />
      <div className="mt-7">
        <FormFaultList faults={actionData} beside={['file', 'rows', 'role']} />
        <Fields faults={actionData} backHref={invitations} />
      </div>
      {imports.length > 0 ? <Earlier imports={imports} here={`${base}/studio/people/import`} zone={zone} locale={locale} /> : null}
    </div>
  )
}

function Fields({ faults, backHref }: { faults: FormFaults | undefined; backHref: string }) {
  const words = peopleWords()
  const focus = focusFirstFault(faults)
  const roleWords = useRoleWords()
  return (
    <form method="post" encType="multipart/form-data" noValidate className="grid gap-7">
      <Field label={words.file} hint={words.fileHint} error={faults?.fieldErrors.file} id="file" optional>
        {(control) => (
          <input
            {...control}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className={`${controlStyles} file:mr-3 file:rounded-sm file:border file:border-edge file:bg-sunken file:px-3 file:py-1 file:text-sm file:font-medium file:text-ink`}
            {...focus('file')}
          />
        )}
      </Field>
      <TextareaField
        label={words.orPaste}
        name="rows"
        hint={words.pasteHint}
        optional
        rows={7}
        spellCheck={false}
        className="[&_textarea]:font-mono [&_textarea]:text-sm"
        placeholder={words.pasteExample}
        defaultValue={faults?.values.rows}
        error={faults?.fieldErrors.rows}
        {...focus('rows')}
      />
      <SelectField
        label={words.roleOfNone}
        name="role"
        defaultValue={faults?.values.role ?? 'student'}
        error={faults?.fieldErrors.role}
        options={invitedRoles.map((role) => ({ value: role, label: roleWords[role].label }))}
        className="sm:max-w-64"
      />
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" variant="main">
          {words.checkRows}
        </Button>
        <ButtonLink variant="quiet" href={backHref}>
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}

function Earlier({ imports, here, zone, locale }: { imports: readonly ImportView[]; here: string; zone: string; locale: string }) {
  const words = peopleWords()
  return (
    <section className="mt-12" aria-labelledby="earlier-title">
      <SectionHeader title={<span id="earlier-title">{words.earlierFiles}</span>} />
      <Rows label={words.earlierImports}>
        {imports.map((one) => (
          <Row
            key={one.id}
            href={`${here}/${one.id}`}
            title={words.rowCount(one.total)}
            text={
              <>
                <When iso={one.createdAt} zone={zone} locale={locale} /> · {words.invitedCount(one.counts.sent)}
              </>
            }
            end={<Chip tone={stateWords()[one.state].tone}>{stateWords()[one.state].label}</Chip>}
          />
        ))}
      </Rows>
      <p className="mt-3 text-sm text-ink-3">{words.keptThirty}</p>
    </section>
  )
}
