import { X } from 'lucide-react'
import { useFetcher } from 'react-router'
import { FileDrop } from '#ui/file-drop.tsx'
import { Icon } from '#ui/icon.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { faultsOf, type FormAnswer } from './builder.schema.ts'
import type { ShownFile } from './lesson-media.tsx'
import { StepButtons } from './step-buttons.tsx'
import { useHydrated } from './use-hydrated.ts'
import { useSaid } from './use-said.ts'
import { useUpload } from './use-upload.ts'

export type Attachment = ShownFile & { attachmentId: string }

/** Files that go with a lesson: sheets, backing tracks, notes. */
export function LessonAttachments({ attachments, uploadsHref }: { attachments: readonly Attachment[]; uploadsHref: string }) {
  const kind = useBuilderKind()
  const words = builderWords()
  const fetcher = useFetcher<FormAnswer>()
  const isAwake = useHydrated()
  const upload = useUpload({ endpoint: uploadsHref, purpose: 'file', onDone: (fileId) => void fetcher.submit({ intent: 'add-attachment', fileId }, { method: 'post' }) })
  useSaid(fetcher.data)

  return (
    <section aria-labelledby="attachments-title" className="border-t pt-6">
      <h2 id="attachments-title" className="font-semibold">
        {words.toDownload}
      </h2>
      <p className="mt-0.5 text-sm text-ink-2">{kind.attachmentsText}</p>
      {attachments.length > 0 ? (
        <ol aria-label={words.filesToDownload} className="mt-3 border-t">
          {attachments.map((file, index) => (
            <li key={file.attachmentId} className="flex min-h-12 items-center gap-2.5 border-b py-1.5 text-[0.9375rem]">
              <a href={file.href} className="touch min-w-0 flex-1 truncate font-medium hover:text-brand-strong">
                {file.name}
              </a>
              <span className="text-sm text-ink-3 tabular-nums">{file.size}</span>
              <fetcher.Form method="post" className="flex">
                <input type="hidden" name="intent" value="move-attachment" />
                <input type="hidden" name="attachmentId" value={file.attachmentId} />
                <StepButtons title={file.name} isFirst={index === 0} isLast={index === attachments.length - 1} />
              </fetcher.Form>
              <fetcher.Form method="post">
                <input type="hidden" name="intent" value="remove-attachment" />
                <input type="hidden" name="attachmentId" value={file.attachmentId} />
                <button type="submit" aria-label={words.takeNamedAway(file.name)} title={words.takeAway} className="touch grid size-8 place-items-center rounded-[8px] text-ink-3 hover:bg-sunken hover:text-ink">
                  <Icon of={X} size="sm" />
                </button>
              </fetcher.Form>
            </li>
          ))}
        </ol>
      ) : null}
      {isAwake ? (
        <div className="mt-4">
          <FileDrop label={words.addFiles} name="attachments" multiple hint={words.anythingBut} error={faultsOf(fetcher.data).fieldErrors.fileId} onFiles={upload.send} uploads={upload.uploads} onCancel={upload.cancel} onRetry={upload.retry} />
        </div>
      ) : null}
    </section>
  )
}
