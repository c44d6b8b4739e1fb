import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { clockLength } from '../durations.ts'
import type { LessonKind } from '../../course-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { faultsOf, type FormAnswer } from './builder.schema.ts'
import { useHydrated } from './use-hydrated.ts'
import { useSaid } from './use-said.ts'
import { useUpload } from './use-upload.ts'

export type ShownFile = { name: string; size: string; href: string; mediaType: string; durationSeconds: number | null }

type MediaKind = Exclude<LessonKind, 'text'>
type LessonMediaProps = { kind: MediaKind; title: string; media: ShownFile | null; uploadsHref: string }

function wordsOf(kind: MediaKind): { heading: string; drop: string; hint: string; accept?: string } {
  const words = builderWords()
  return {
    video: { heading: words.video, drop: words.chooseVideo, hint: words.videoHint, accept: 'video/mp4,video/webm,video/quicktime,.mp4,.webm,.mov' },
    audio: { heading: words.audio, drop: words.chooseRecording, hint: words.recordingHint, accept: 'audio/*' },
    pdf: { heading: words.pdf, drop: words.choosePdf, hint: words.dropHere, accept: 'application/pdf,.pdf' },
    file: { heading: words.file, drop: words.chooseFile, hint: words.fileHint },
  }[kind]
}

/** What a lesson plays or shows. It is kept the moment its upload ends; the text around it is saved apart. */
export function LessonMedia({ kind, title, media, uploadsHref }: LessonMediaProps) {
  const words = builderWords()
  const fetcher = useFetcher<FormAnswer>()
  const isAwake = useHydrated()
  const keep = (fileId: string) => void fetcher.submit({ intent: 'set-media', fileId }, { method: 'post' })
  const upload = useUpload({ endpoint: uploadsHref, purpose: kind, onDone: keep })
  const { heading, drop, hint, accept } = wordsOf(kind)
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
          <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-ink-2 underline underline-offset-3 hover:text-ink">{words.replaceOrRemove}</summary>
          <fetcher.Form method="post" className="flex flex-wrap items-center gap-3 pb-4 pt-1">
            <input type="hidden" name="intent" value="set-media" />
            <Button type="submit" size="sm" busy={fetcher.state !== 'idle'}>
              {words.removeIt}
            </Button>
            <p className="text-sm text-ink-2">{words.textOnlyThen}</p>
          </fetcher.Form>
          {isAwake ? <FileDrop label={drop} hint={hint} accept={accept} name="media" error={error} onFiles={(files) => upload.send(files.slice(0, 1))} uploads={upload.uploads} onCancel={upload.cancel} onRetry={upload.retry} /> : null}
        </details>
      ) : isAwake ? (
        <FileDrop label={drop} hint={hint} accept={accept} name="media" error={error} onFiles={(files) => upload.send(files.slice(0, 1))} uploads={upload.uploads} onCancel={upload.cancel} onRetry={upload.retry} />
      ) : (
        <p className="rounded-lg border border-dashed px-6 py-9 text-center text-sm text-ink-2">{words.uploadsNeedScript}</p>
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
