import { Download } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { CheckoutFrame } from '../checkout-frame.tsx'
import type { SchoolPage } from '../public-pages.schema.ts'
import { schoolLinks } from '../school-links.ts'
import { productWords } from '../words/product-words.ts'
import type { ProductFileView } from './product-views.schema.ts'

type FreeDownloadPageProps = SchoolPage & {
  purpose: 'files' | 'stop'
  title: string
  email: string
  isConfirmed: boolean
  isStopped: boolean
  files: readonly ProductFileView[]
}

/** Behind the links of a free download's mail: the files, or the end of the mails. Each change is a press, since programs follow links too. */
export function FreeDownloadPage({ purpose, title, email, isConfirmed, isStopped, files, ...page }: FreeDownloadPageProps) {
  const { school } = page
  const words = productWords()
  return (
    <CheckoutFrame {...page} backHref={schoolLinks(page).home} backLabel={school.name}>
      <div className="mx-auto max-w-[560px] pt-[clamp(12px,6vh,72px)]">
        {purpose === 'stop' ? (
          <Stop email={email} schoolName={school.name} isStopped={isStopped} />
        ) : isConfirmed ? (
          <Files title={title} files={files} schoolName={school.name} />
        ) : (
          <>
            <h1 className="display text-[2rem] leading-tight">{title}</h1>
            <p className="mt-2.5 text-ink-2">{words.onePress(email)}</p>
            <Deed intent="confirm" label={words.confirmAndOpen} isMain />
          </>
        )}
        {purpose === 'files' && isConfirmed && isStopped ? <p className="mt-8 border-t pt-4 text-sm text-ink-2">{words.noMailsFilesStay(school.name)}</p> : null}
      </div>
    </CheckoutFrame>
  )
}

function Stop({ email, schoolName, isStopped }: { email: string; schoolName: string; isStopped: boolean }) {
  const words = productWords()
  return isStopped ? (
    <div role="status">
      <h1 className="display text-[2rem] leading-tight">{words.noMoreMails}</h1>
      <p className="mt-2.5 text-ink-2">{words.writesNoMore(schoolName, email)}</p>
      <Deed intent="resume" label={words.resume} />
    </div>
  ) : (
    <>
      <h1 className="display text-[2rem] leading-tight">{words.stopMails}</h1>
      <p className="mt-2.5 text-ink-2">{words.willNotWrite(schoolName, email)}</p>
      <Deed intent="stop" label={words.stop} isMain />
    </>
  )
}

function Deed({ intent, label, isMain }: { intent: string; label: string; isMain?: boolean }) {
  return (
    <form method="post" className="mt-6">
      <Button type="submit" name="intent" value={intent} variant={isMain ? 'main' : 'plain'} size={isMain ? 'lg' : undefined}>
        {label}
      </Button>
    </form>
  )
}

function Files({ title, files, schoolName }: { title: string; files: readonly ProductFileView[]; schoolName: string }) {
  const words = productWords()
  return (
    <>
      <h1 className="display text-[2rem] leading-tight">{title}</h1>
      <p className="mt-2.5 text-ink-2">{words.thirtyDays}</p>
      {files.length === 0 ? (
        <EmptyState icon={Download} title={words.nothingToDownload} className="mt-6">{words.comeBack(schoolName)}</EmptyState>
      ) : (
        <ul aria-label={words.files} className="mt-6 divide-y border-y">
          {files.map((file) => (
            <li key={file.id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
              <span className="min-w-0 flex-1 basis-52">
                <span className="block font-medium [overflow-wrap:anywhere]">{file.name}</span>
                <span className="block text-sm text-ink-3 tabular-nums">{file.size}</span>
              </span>
              <form method="post">
                <input type="hidden" name="intent" value="fetch" />
                <input type="hidden" name="fileId" value={file.id} />
                <Button type="submit" variant="main" size="sm" aria-label={words.downloadOf(file.name)}>
                  <Icon of={Download} size="sm" />
                  {words.download}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
