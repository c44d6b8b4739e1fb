import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { clockLength } from '../durations.ts'
import type { LessonKind } from '../../course-words.ts'
import { faultsOf, type FormAnswer } from './builder.schema.ts'
import { useHydrated } from './use-hydrated.ts'
import { useSaid } from './use-said.ts'
import { useUpload } from './use-upload.ts'

export type ShownFile = { name: string; size: string; href: string; mediaType: string; durationSeconds: number | null }

type MediaKind = Exclude<LessonKind, 'text'>
type LessonMediaProps = { kind: MediaKind; title: string; media: ShownFile | null; uploadsHref: string }

const words: Record<MediaKind, { heading: string; drop: string; hint: string; accept?: string }> = {
  video: { heading: 'Video', drop: 'Choose the video', hint: 'MP4, WebM or MOV. Drop it here, or tap to choose.', accept: 'video/mp4,video/webm,video/quicktime,.mp4,.webm,.mov' },
  audio: { heading: 'Audio', drop: 'Choose the recording', hint: 'MP3, M4A, WAV, OGG or FLAC. Drop it here, or tap to choose.', accept: 'audio/*' },
  pdf: { heading: 'PDF', drop: 'Choose the PDF', hint: 'Drop it here, or tap to choose.', accept: 'application/pdf,.pdf' },
  file: { heading: 'File', drop: 'Choose the file', hint: 'Anything but programs and web pages. Drop it here, or tap to choose.' },
}

/** What a lesson plays or shows. It is kept the moment its upload ends; the text around it is saved apart. */
export function LessonMedia({ kind, title, media, uploadsHref }: LessonMediaProps) {
  const fetcher = useFetcher<FormAnswer>()
  const isAwake = useHydrated()
  const keep = (fileId: string) => void fetcher.submit({ intent: 'set-media', fileId }, { method: 'post' })
  const upload = useUpload({ endpoint: uploadsHref, purpose: kind, onDone: keep })
  const { heading, drop, hint, accept } = words[kind]
  useSaid(fetcher.data)
  const error = faultsOf(fetcher.data).fieldErrors.mediaFileId

  return (
    <section aria-labelledby="media-title">
      <h2 id="media-title" className="mb-2.5 text-sm font-medium">
        {heading}
      </h2>
      {media ? <Shown kind={kind} title={title} media={media} /> : null}
      {media ? (
        <details className="mt-2.5">
          <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-ink-2 underline underline-offset-3 hover:text-ink">Replace or remove it…</summary>
          <fetcher.Form method="post" className="flex flex-wrap items-center gap-3 pb-4 pt-1">
            <input type="hidden" name="intent" value="set-media" />
            <Button type="submit" size="sm" busy={fetcher.state !== 'idle'}>
              Remove it
            </Button>
            <p className="text-sm text-ink-2">The lesson then has its text only.</p>
          </fetcher.Form>
          {isAwake ? <FileDrop label={drop} hint={hint} accept={accept} name="media" error={error} onFiles={(files) => upload.send(files.slice(0, 1))} uploads={upload.uploads} onCancel={upload.cancel} onRetry={upload.retry} /> : null}
        </details>
      ) : isAwake ? (
        <FileDrop label={drop} hint={hint} accept={accept} name="media" error={error} onFiles={(files) => upload.send(files.slice(0, 1))} uploads={upload.uploads} onCancel={upload.cancel} onRetry={upload.retry} />
      ) : (
        <p className="rounded-lg border border-dashed px-6 py-9 text-center text-sm text-ink-2">Uploads need JavaScript: large files are sent in pieces, so that nothing is lost when the connection breaks.</p>
      )}
    </section>
  )
}

function Shown({ kind, title, media }: { kind: MediaKind; title: string; media: ShownFile }) {
  const facts = [media.name, media.size, media.durationSeconds ? clockLength(media.durationSeconds) : ''].filter(Boolean).join(' · ')

  return (
    <div className="grid gap-2">
      {/* What its uploader checks here is the bytes; captions are not part of a lesson yet. */}
      {/* eslint-disable jsx-a11y/media-has-caption */}
      {kind === 'video' ? <video controls playsInline preload="metadata" src={media.href} aria-label={title} className="aspect-video w-full rounded-lg bg-stage" /> : null}
      {kind === 'audio' ? <audio controls preload="metadata" src={media.href} aria-label={title} className="w-full" /> : null}
      {/* eslint-enable jsx-a11y/media-has-caption */}
      <p className="text-sm text-ink-2 [overflow-wrap:anywhere] tabular-nums">
        {kind === 'pdf' || kind === 'file' ? (
          <a href={media.href} target="_blank" rel="noreferrer" className="link">
            {facts}
          </a>
        ) : (
          facts
        )}
      </p>
    </div>
  )
}
