import { Chip } from '#ui/chip.tsx'
import { productWords } from '../words/product-words.ts'
import { musicFacts } from './music-facts.ts'
import { SoundPicture } from './music-cover.tsx'
import type { MusicView } from './product-views.schema.ts'

/** The sound of a piece before it is bought: its picture, the browser's own player, tempo, key and tags. */
export function MusicPreview({ music, title, productsHref }: { music: MusicView; title: string; productsHref: string }) {
  const words = productWords()
  const facts = musicFacts(music)
  return (
    <section aria-label={words.preview} className="mt-7">
      {music.previewHref ? (
        <div className="rounded-lg bg-brand-tint p-4 text-brand-strong sm:p-5">
          {music.peaks.length > 0 ? (
            <div role="img" aria-label={words.waveformOf(title)}>
              <SoundPicture peaks={music.peaks} className="h-20 w-full sm:h-28" />
            </div>
          ) : null}
          {/* Nothing is said in it: it is music, and what is on sale is described beside it. */}
          {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
          <audio controls preload="none" src={music.previewHref} aria-label={words.previewOf(title)} className="mt-3 w-full" />
        </div>
      ) : null}
      {facts.length > 0 || music.tags.length > 0 ? (
        <div className="mt-4 flex flex-wrap items-center gap-2 text-[0.9375rem]">
          {facts.map((fact) => (
            <span key={fact} className="mr-2 font-medium tabular-nums">{fact}</span>
          ))}
          {music.tags.map((tag) => (
            <a key={tag} href={`${productsHref}?${new URLSearchParams({ tag })}`} className="touch rounded-full focus-visible:outline-2 focus-visible:outline-brand-strong">
              <Chip>{tag}</Chip>
            </a>
          ))}
        </div>
      ) : null}
    </section>
  )
}
