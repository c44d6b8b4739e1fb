import { Download, KeyRound } from 'lucide-react'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormErrors } from '#ui/form-errors.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { When } from '#ui/when.tsx'
import { productWords } from '../words/product-words.ts'

/** A file as its buyer sees it. */
export type OwnFileView = { id: string; name: string; size: string; /** How often it may still be fetched; null for as often as wanted. */ left: number | null }

export type OwnVersionView = { id: string; label: string; notes: string; /** ISO 8601. */ releasedAt: string; files: OwnFileView[] }

type OwnProductPageProps = {
  title: string
  versions: readonly OwnVersionView[]
  licences: readonly { key: string; isRevoked: boolean }[]
  /** What may be done with music. */
  musicLicences?: readonly { id: string; name: string; terms: string }[]
  libraryHref: string
  schoolName: string
  zone: string
  locale: string
  error: string | null
}

/** A product of one's own: its newest files first, its key, and what came before. */
export function OwnProductPage({ title, versions, licences, musicLicences = [], libraryHref, schoolName, zone, locale, error }: OwnProductPageProps) {
  const words = productWords()
  const [newest, ...older] = versions
  return (
    <div className="wrap max-w-[820px] pb-20 pt-6 sm:pt-10">
      <Breadcrumbs crumbs={[{ label: words.myLibrary, href: libraryHref }, { label: title }]} className="mb-3" />
      <h1 className="display text-[2.25rem] leading-tight sm:text-3xl">{title}</h1>
      <FormErrors errors={error ? [{ message: error }] : []} className="mt-5" />
      {licences.map((licence) => (
        <Licence key={licence.key} licence={licence} schoolName={schoolName} />
      ))}
      {musicLicences.map((licence) => (
        <section key={licence.id} aria-labelledby={`licence-${licence.id}`} className="mt-7 border-y py-5">
          <h2 id={`licence-${licence.id}`} className="font-semibold">{words.licenceNamed(licence.name)}</h2>
          {licence.terms ? <p className="mt-1.5 max-w-[60ch] whitespace-pre-line text-[0.9375rem] text-ink-2">{licence.terms}</p> : null}
        </section>
      ))}
      {newest ? <VersionOf version={newest} isNewest {...{ zone, locale }} /> : <EmptyState icon={Download} title={words.nothingToDownload} className="mt-8">{words.preparing(schoolName)}</EmptyState>}
      {older.length > 0 ? (
        <details className="mt-10 border-t pt-4">
          <summary className="touch inline-flex min-h-11 cursor-pointer items-center font-medium">{words.olderVersions}</summary>
          {older.map((version) => (
            <VersionOf key={version.id} version={version} {...{ zone, locale }} />
          ))}
        </details>
      ) : null}
    </div>
  )
}

function Licence({ licence, schoolName }: { licence: { key: string; isRevoked: boolean }; schoolName: string }) {
  const words = productWords()
  if (licence.isRevoked) {
    return (
      <Notice tone="warn" title={words.keyRevoked} className="mt-6">
        {words.keyRevokedText(licence.key, schoolName)}
      </Notice>
    )
  }
  return (
    <section aria-label={words.licenceKey} className="mt-7 flex items-start gap-3.5 border-y py-5">
      <Icon of={KeyRound} className="mt-1 text-brand-strong max-sm:hidden" />
      <CopyField label={words.yourLicenceKey} value={licence.key} hint={words.keyHint} className="min-w-0 flex-1" />
    </section>
  )
}

type VersionProps = { version: OwnVersionView; isNewest?: boolean; zone: string; locale: string }

function VersionOf({ version, isNewest, zone, locale }: VersionProps) {
  const words = productWords()
  return (
    <section aria-labelledby={`version-${version.id}`} className="pt-8">
      <h2 id={`version-${version.id}`} className="text-lg font-semibold">
        {words.version(version.label)}
      </h2>
      <p className="mt-0.5 text-sm text-ink-3">
        <When iso={version.releasedAt} zone={zone} locale={locale} show="day" />
      </p>
      {version.notes ? <p className="mt-2 whitespace-pre-line text-[0.9375rem] text-ink-2">{version.notes}</p> : null}
      <ul aria-label={words.filesOfVersion(version.label)} className="mt-3 divide-y border-y">
        {version.files.map((file) => (
          <li key={file.id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
            <span className="min-w-0 flex-1 basis-52">
              <span className="block font-medium [overflow-wrap:anywhere]">{file.name}</span>
              <span className="block text-sm text-ink-3 tabular-nums">
                {file.size}
                {file.left === null ? '' : `, ${words.timesMore(file.left)}`}
              </span>
            </span>
            <form method="post">
              <input type="hidden" name="fileId" value={file.id} />
              <Button type="submit" variant={isNewest ? 'main' : 'plain'} size="sm" disabled={file.left === 0} aria-label={words.downloadOf(file.name)}>
                <Icon of={Download} size="sm" />
                {words.download}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
