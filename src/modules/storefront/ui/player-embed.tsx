import { ExternalLink, Play } from 'lucide-react'
import { Icon } from '#ui/icon.tsx'
import type { Block } from '../blocks/blocks.schema.ts'
import type { Embed } from '../blocks/embed.schema.ts'
import { Part } from './part.tsx'
import { contactWords } from './words/contact-words.ts'

type PlayerEmbedProps = { anchor: string; layout: Block<'embed'>['layout']; title: string; text: string; embed: Embed }

/**
 * A player of another site. Until somebody presses, nothing is asked of that site: the frame lies in a closed details
 * element, where browsers load no lazy frame.
 */
export function PlayerEmbed({ anchor, layout, title, text, embed }: PlayerEmbedProps) {
  if (layout === 'beside') {
    return (
      <section id={anchor} aria-labelledby={`${anchor}-title`} className="wrap">
        <div className="grid items-center gap-x-14 gap-y-8 border-t py-12 sm:py-[60px] lg:grid-cols-[0.7fr_1.3fr]">
          <div>
            <h2 id={`${anchor}-title`} className="display text-[1.75rem] leading-[1.1] sm:text-2xl">
              {title}
            </h2>
            {text ? <p className="mt-4 max-w-[44ch] whitespace-pre-line text-[1.0625rem] text-ink-2">{text}</p> : null}
          </div>
          <Frame embed={embed} title={title} />
        </div>
      </section>
    )
  }

  return (
    <Part anchor={anchor} title={title}>
      {text ? <p className="-mt-3 mb-6 max-w-[60ch] whitespace-pre-line text-[1.0625rem] text-ink-2">{text}</p> : null}
      <Frame embed={embed} title={title} />
    </Part>
  )
}

function Frame({ embed, title }: { embed: Embed; title: string }) {
  const words = contactWords()
  const shape = embed.ratio ? { aspectRatio: embed.ratio } : { height: embed.heightPx ?? undefined }
  return (
    <div className="min-w-0">
      <details className="group">
        <summary aria-label={words.showPlayer(embed.site, title)} className="block rounded-lg">
          <span style={shape} className="grid w-full place-content-center justify-items-center gap-3 rounded-lg bg-brand-tint px-6 text-center text-brand-strong group-open:hidden">
            <span className="grid size-16 place-items-center rounded-full bg-brand text-on-brand">
              <Icon of={Play} size="xl" />
            </span>
            <span className="font-medium">{words.playFrom(embed.site)}</span>
          </span>
          <span className="hidden min-h-11 items-center text-sm text-ink-2 underline underline-offset-3 group-open:inline-flex">{words.hidePlayer}</span>
        </summary>
        <iframe
          src={embed.frameUrl}
          title={`${title} (${embed.site})`}
          loading="lazy"
          style={shape}
          className="w-full rounded-lg border-0 bg-stage"
          sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
          allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
          referrerPolicy="strict-origin-when-cross-origin"
        />
      </details>
      <p className="mt-3 text-sm text-ink-2">
        {words.nothingLoaded(embed.site)}{' '}
        <a href={embed.pageUrl} rel="noopener noreferrer nofollow" target="_blank" className="link inline-flex items-baseline gap-1">
          {words.openThere}
          <Icon of={ExternalLink} size="sm" className="self-center" />
        </a>
      </p>
    </div>
  )
}
