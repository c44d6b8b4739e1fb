import { Download, FileText } from 'lucide-react'
import { ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Rows } from '#ui/rows.tsx'
import type { PlayerDownload } from '../player/player.schema.ts'
import { sizeText } from './clock-text.ts'
import { playerWords } from './words/player-words.ts'

/** The files of a lesson to open or to keep. */
export function LessonDownloads({ downloads }: { downloads: readonly PlayerDownload[] }) {
  const words = playerWords()
  if (downloads.length === 0) return null

  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads" className="mb-2.5 text-base font-semibold">
        {words.downloads}
      </h2>
      <Rows className="max-w-[68ch]">
        {downloads.map(({ fileId, name, href, openHref, mediaType, sizeBytes }) => (
          <li key={fileId} className="flex min-h-14 items-center gap-3.5 py-2 text-[0.9375rem]">
            <Icon of={FileText} className="text-ink-3" />
            <span className="min-w-0 flex-1">
              <a href={openHref ?? href} {...(openHref ? { target: '_blank', rel: 'noopener' } : {})} className="block truncate font-medium hover:text-brand-strong">
                {name}
              </a>
              <span className="block text-sm text-ink-3 tabular-nums">
                {kindOf(mediaType)} · {sizeText(sizeBytes)}
              </span>
            </span>
            <ButtonLink size="sm" href={href} aria-label={words.downloadNamed(name)}>
              <Icon of={Download} size="sm" />
              <span className="max-sm:hidden">{words.download}</span>
            </ButtonLink>
          </li>
        ))}
      </Rows>
    </section>
  )
}

function kindOf(mediaType: string): string {
  const words = playerWords()
  if (mediaType === 'application/pdf') return 'PDF'
  if (mediaType.startsWith('audio/')) return words.audio
  if (mediaType.startsWith('video/')) return words.video
  if (mediaType.startsWith('image/')) return words.picture
  return words.file
}
