import { useFetcher } from 'react-router'
import { faultsOf, type FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { useHydrated } from '#modules/catalog/ui/builder/use-hydrated.ts'
import { useSaid } from '#modules/catalog/ui/builder/use-said.ts'
import { useUpload } from '#modules/catalog/ui/builder/use-upload.ts'
import { Button } from '#ui/button.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { siteWords } from '../../words/site-words.ts'
import { smallerPicture } from './smaller-picture.ts'

type LogoFieldProps = { logo: string | null; schoolName: string; uploadsHref: string }

/** The school's own sign, kept the moment its upload ends. It is shown on a light and on a dark ground, as pages have both. */
export function LogoField({ logo, schoolName, uploadsHref }: LogoFieldProps) {
  const words = siteWords()
  const fetcher = useFetcher<FormAnswer>()
  const isAwake = useHydrated()
  useSaid(fetcher.data, false)
  const keep = (fileId: string) => void fetcher.submit({ intent: 'set-logo', fileId }, { method: 'post' })
  const { send, uploads, cancel, retry } = useUpload({ endpoint: uploadsHref, purpose: 'image', onDone: keep })
  const take = async ([file]: File[]) => (file ? send([await smallerPicture(file)]) : undefined)

  return (
    <section aria-labelledby="logo-title">
      <h2 id="logo-title" className="mb-2.5 text-sm font-medium">
        {words.logo}
      </h2>
      {logo ? (
        <div className="mb-4 flex flex-wrap items-center gap-3">
          {['oklch(0.988 0.004 85)', 'oklch(0.185 0.008 60)'].map((ground, index) => (
            <span key={ground} className="flex h-20 w-32 items-center justify-center rounded-md border p-4" style={{ backgroundColor: ground }}>
              <img src={logo} alt={index === 0 ? words.logoOf(schoolName) : ''} className="max-h-full max-w-full object-contain" />
            </span>
          ))}
          <fetcher.Form method="post">
            <Button type="submit" name="intent" value="remove-logo" size="sm">
              {words.takeAway}
            </Button>
          </fetcher.Form>
        </div>
      ) : (
        <p className="mb-3 text-sm text-ink-2">{words.noLogo}</p>
      )}
      {isAwake ? (
        <FileDrop label={logo ? words.otherLogo : words.chooseLogo} hint={words.logoHint} accept="image/png,image/webp,image/jpeg,image/avif" name="upload" error={faultsOf(fetcher.data).fieldErrors.logo} onFiles={(files) => void take(files)} uploads={uploads} onCancel={cancel} onRetry={retry} />
      ) : (
        <p className="rounded-lg border border-dashed px-6 py-6 text-center text-sm text-ink-2">{words.uploadsNeedScript}</p>
      )}
    </section>
  )
}
