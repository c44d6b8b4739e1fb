import { X } from 'lucide-react'
import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { Icon } from '#ui/icon.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { When } from '#ui/when.tsx'
import { answerTo, faultsOf, goTo, type FormAnswer } from '../../builder/builder.schema.ts'
import { useHydrated } from '../../builder/use-hydrated.ts'
import { useSaid } from '../../builder/use-said.ts'
import { useUpload } from '../../builder/use-upload.ts'
import { productBuilderWords } from '../../words/product-builder-words.ts'
import type { VersionState } from './product-state.schema.ts'

type VersionsEditorProps = { versions: readonly VersionState[]; uploadsHref: string; zone: string; locale: string; answer: FormAnswer }

/** The versions of a product: files go into one that is not released, and releasing gives it to everybody who has the product. */
export function VersionsEditor({ versions, uploadsHref, zone, locale, answer }: VersionsEditorProps) {
  const words = productBuilderWords()
  return (
    <div>
      <h2 className="text-base font-semibold">{words.versions}</h2>
      <p className="mt-0.5 text-sm text-ink-2">{words.versionsText}</p>
      {versions.length === 0 ? <p className="mt-4 border-y py-6 text-sm text-ink-2">{words.noVersion}</p> : null}
      <ol aria-label={words.versions} className="mt-4 border-t">
        {versions.map((version) => (
          <li key={version.id} className="border-b py-5">
            <VersionBlock version={version} uploadsHref={uploadsHref} zone={zone} locale={locale} />
          </li>
        ))}
      </ol>
      <AddVersion answer={answerTo(answer, 'add-version')} />
    </div>
  )
}

function VersionBlock({ version, uploadsHref, zone, locale }: { version: VersionState; uploadsHref: string; zone: string; locale: string }) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data)
  const isReleased = version.releasedAt !== null
  const busy = fetcher.state === 'idle' ? null : fetcher.formData?.get('intent')
  return (
    <section aria-labelledby={`version-${version.id}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 id={`version-${version.id}`} className="font-medium">
          {words.version(version.label)}
        </h3>
        {isReleased ? <Chip tone="good">{words.isReleased}</Chip> : <Chip>{words.notReleased}</Chip>}
        {version.releasedAt ? <span className="text-sm text-ink-3"><When iso={version.releasedAt} zone={zone} locale={locale} show="day" /></span> : null}
        <fetcher.Form method="post" className="ml-auto flex flex-wrap gap-2">
          <input type="hidden" name="versionId" value={version.id} />
          {isReleased ? (
            <Button type="submit" size="sm" variant="quiet" name="intent" value="withdraw" busy={busy === 'withdraw'}>
              {words.takeReleaseBack}
            </Button>
          ) : (
            <>
              <Button type="submit" size="sm" variant="quiet" name="intent" value="remove-version" busy={busy === 'remove-version'}>
                {words.remove}
              </Button>
              <Button type="submit" size="sm" variant={version.files.length > 0 ? 'main' : 'plain'} name="intent" value="release" busy={busy === 'release'}>
                {words.release}
              </Button>
            </>
          )}
        </fetcher.Form>
      </div>
      {version.notes ? <p className="mt-1.5 max-w-[60ch] whitespace-pre-line text-sm text-ink-2">{version.notes}</p> : null}
      {version.files.length > 0 ? (
        <ul aria-label={words.filesOf(version.label)} className="mt-2">
          {version.files.map((file) => (
            <li key={file.fileId} className="flex min-h-10 items-center gap-3 text-[0.9375rem]">
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{file.name}</span>
              <span className="text-sm text-ink-3 tabular-nums">{file.size}</span>
              {isReleased ? null : <RemoveFile versionId={version.id} file={file} />}
            </li>
          ))}
        </ul>
      ) : null}
      {isReleased ? null : <AddFiles versionId={version.id} uploadsHref={uploadsHref} error={faultsOf(fetcher.data).fieldErrors.fileId} />}
    </section>
  )
}

function RemoveFile({ versionId, file }: { versionId: string; file: VersionState['files'][number] }) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data)
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="remove-file" />
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="fileId" value={file.fileId} />
      <button type="submit" aria-label={words.takeNamedAway(file.name)} title={words.takeAway} className="touch grid size-8 place-items-center rounded-[8px] text-ink-3 hover:bg-sunken hover:text-ink">
        <Icon of={X} size="sm" />
      </button>
    </fetcher.Form>
  )
}

function AddFiles({ versionId, uploadsHref, error }: { versionId: string; uploadsHref: string; error?: string }) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  const isAwake = useHydrated()
  const upload = useUpload({ endpoint: uploadsHref, purpose: 'file', onDone: (fileId) => void fetcher.submit({ intent: 'add-file', versionId, fileId }, { method: 'post' }) })
  useSaid(fetcher.data)
  if (!isAwake) return <p className="mt-3 text-sm text-ink-2">{words.uploadsNeedScript}</p>
  return (
    <div className="mt-3">
      <FileDrop label={words.addFiles} name={`files-${versionId}`} multiple hint={words.filesHint} error={error ?? faultsOf(fetcher.data).fieldErrors.fileId} onFiles={upload.send} uploads={upload.uploads} onCancel={upload.cancel} onRetry={upload.retry} />
    </div>
  )
}

function AddVersion({ answer }: { answer: FormAnswer }) {
  const words = productBuilderWords()
  const fetcher = useFetcher<FormAnswer>()
  const { fieldErrors, values } = faultsOf(fetcher.data ?? answer)
  useSaid(fetcher.data)
  return (
    <details open={answer !== undefined} className="mt-5">
      <summary className="touch inline-flex min-h-11 cursor-pointer items-center font-medium underline underline-offset-3">{words.newVersion}</summary>
      <fetcher.Form method="post" noValidate className="grid max-w-[480px] gap-4 pt-2">
        <input type="hidden" name="intent" value="add-version" />
        <TextField name="label" label={words.name} placeholder="1.1" defaultValue={values.label} error={fieldErrors.label} maxLength={40} required autoComplete="off" {...goTo(answer, 'label')} />
        <TextareaField name="notes" label={words.whatIsNew} hint={words.whatIsNewHint} defaultValue={values.notes} error={fieldErrors.notes} maxLength={2000} rows={3} optional />
        <div>
          <Button type="submit" busy={fetcher.state !== 'idle'}>
            {words.beginVersion}
          </Button>
        </div>
      </fetcher.Form>
    </details>
  )
}
