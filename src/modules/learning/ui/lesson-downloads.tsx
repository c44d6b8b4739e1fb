import { Download, FileText } from 'lucide-react'
import { ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Rows } from '#ui/rows.tsx'
import type { PlayerDownload } from '../player/player.schema.ts'
import { sizeText } from './clock-text.ts'

/** The files of a lesson to open or to keep. */
export function LessonDownloads({ downloads }: { downloads: readonly PlayerDownload[] }) {
  if (downloads.length === 0) return null

  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads" className="mb-2.5 text-base font-semibold">
        Downloads
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
            <ButtonLink size="sm" href={href} aria-label={`Download ${name}`}>
              <Icon of={Download} size="sm" />
              <span className="max-sm:hidden">Download</span>
            </ButtonLink>
          </li>
        ))}
      </Rows>
    </section>
  )
}

function kindOf(mediaType: string): string {
  if (mediaType === 'application/pdf') return 'PDF'
  if (mediaType.startsWith('audio/')) return 'Audio'
  if (mediaType.startsWith('video/')) return 'Video'
  if (mediaType.startsWith('image/')) return 'Picture'
  return 'File'
}
