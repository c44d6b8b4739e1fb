import { useFetcher } from 'react-router'
import { faultsOf, type FormAnswer } from '#modules/catalog/ui/builder/builder.schema.ts'
import { useHydrated } from '#modules/catalog/ui/builder/use-hydrated.ts'
import { useUpload } from '#modules/catalog/ui/builder/use-upload.ts'
import { FileDrop } from '#ui/file-drop.tsx'
import { siteWords } from '../../words/site-words.ts'
import { smallerPicture } from './smaller-picture.ts'

type PictureUploadProps = { label: string; uploadsHref: string; multiple?: boolean }

/** Takes pictures, makes them no larger than a page can show, and keeps each in the draft when it has come. */
export function PictureUpload({ label, uploadsHref, multiple }: PictureUploadProps) {
  const words = siteWords()
  const fetcher = useFetcher<FormAnswer>()
  const isAwake = useHydrated()
  const keep = (fileId: string) => void fetcher.submit({ intent: 'add-picture', fileId }, { method: 'post' })
  const { send, uploads, cancel, retry } = useUpload({ endpoint: uploadsHref, purpose: 'image', onDone: keep })
  const { fieldErrors, formError } = faultsOf(fetcher.data)
  if (!isAwake) return <p className="rounded-lg border border-dashed px-6 py-6 text-center text-sm text-ink-2">{words.uploadsNeedScript}</p>

  const take = async (files: File[]) => send(await Promise.all(files.slice(0, multiple ? 24 : 1).map(smallerPicture)))
  return (
    <FileDrop
      label={label}
      hint={words.pictureHint}
      accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
      name="upload"
      multiple={multiple}
      error={fieldErrors.picture ?? formError}
      onFiles={(files) => void take(files)}
      uploads={uploads}
      onCancel={cancel}
      onRetry={retry}
    />
  )
}
