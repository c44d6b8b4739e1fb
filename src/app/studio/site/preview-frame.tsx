import { ExternalLink, Monitor, Smartphone, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { languageParameter } from '#platform/i18n/choose-locale.ts'
import { Icon } from '#ui/icon.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { Writing } from './writing.ts'

type PreviewFrameProps = { /** Where the editor's pages begin. */ site: string; /** Another version is another page: the frame is loaded anew. */ versionId: string; /** The part that is worked on. */ anchor?: string; /** The preview speaks what is being written; left out, what its reader reads. */ writing?: Writing }

/**
 * The draft at the width of a phone or of a desk. The frame has the true width and is made smaller to fit, so what one
 * sees is what there will be; the two widths are radio buttons and need no script.
 */
export function PreviewFrame({ site, versionId, anchor, writing }: PreviewFrameProps) {
  const words = siteWords()
  const address = `${site}/preview`
  // Whoever arranges a page may read another language than the one they write.
  const tongue = writing && writing.all.length > 1 ? new URLSearchParams({ [languageParameter]: writing.current }).toString() : ''
  const frame = useRef<HTMLIFrameElement>(null)
  // The frame may have been there before the page woke up.
  useEffect(() => goToPart(frame.current, anchor), [anchor, versionId])
  return (
    <section aria-labelledby="preview-title" className="group/preview min-w-0 lg:sticky lg:top-[26px] lg:self-start">
      <div className="mb-2.5 flex items-center gap-3">
        <h2 id="preview-title" className="text-sm font-medium">
          {words.preview}
        </h2>
        <div role="radiogroup" aria-label={words.previewWidth} className="flex rounded-[8px] bg-sunken p-0.5">
          <Width id="preview-desk" label={words.desk} icon={Monitor} isFirst />
          <Width id="preview-phone" label={words.phone} icon={Smartphone} />
        </div>
        <a href={tongue ? `${address}?${tongue}` : address} target="_blank" rel="noreferrer" className="touch ml-auto inline-flex items-center gap-1.5 text-sm text-ink-2 hover:text-ink">
          {words.openIt}
          <Icon of={ExternalLink} size="sm" />
        </a>
      </div>
      <div className="@container overflow-clip rounded-lg border bg-sunken group-has-[#preview-phone:checked]/preview:mx-auto group-has-[#preview-phone:checked]/preview:max-w-[377px]">
        <div className="aspect-[1280/1080] min-h-0 overflow-clip group-has-[#preview-phone:checked]/preview:aspect-[375/740]">
          {/* The tangent turns one length over another into the plain number that a scale wants. */}
          <iframe
            key={`${versionId} ${tongue}`}
            ref={frame}
            src={`${address}?framed=1&v=${versionId}${tongue ? `&${tongue}` : ''}`}
            onLoad={(event) => goToPart(event.currentTarget, anchor)}
            title={words.previewOfFirst}
            className="h-[1080px] w-[1280px] origin-top-left border-0 bg-paper [scale:tan(atan2(100cqw,1280px))] group-has-[#preview-phone:checked]/preview:h-[740px] group-has-[#preview-phone:checked]/preview:w-[375px] group-has-[#preview-phone:checked]/preview:[scale:tan(atan2(100cqw,375px))]"
          />
        </div>
      </div>
    </section>
  )
}

/** Shows the part that is worked on. Not by the address's fragment: that would scroll the page around the frame too. */
function goToPart(frame: HTMLIFrameElement | null, anchor: string | undefined): void {
  const part = anchor ? frame?.contentDocument?.getElementById(anchor) : null
  if (part) frame?.contentWindow?.scrollTo({ top: part.getBoundingClientRect().top - 24, behavior: 'instant' })
}

function Width({ id, label, icon, isFirst }: { id: string; label: string; icon: LucideIcon; isFirst?: boolean }) {
  return (
    <label htmlFor={id} className="touch inline-flex h-8 items-center gap-1.5 rounded-sm px-2.5 text-[0.8125rem] font-medium text-ink-2 has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-brand-strong">
      <input type="radio" id={id} name="preview-width" defaultChecked={isFirst} className="sr-only" />
      <Icon of={icon} size="sm" />
      {label}
    </label>
  )
}
