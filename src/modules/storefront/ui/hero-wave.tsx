import { HeroActions } from './hero-actions.tsx'
import { Waveform } from '#ui/waveform.tsx'
import type { HeroView } from './views.schema.ts'

/** A recording from edge to edge, drawn from the school's name, and the headline as large as it fits under it. */
export function WaveHero({ anchor, title, text, actions, picture, schoolName, facts, level: Heading = 'h1' }: HeroView) {
  return (
    <section id={anchor}>
      {picture ? (
        <img src={picture.url} alt={picture.alt} className="h-[clamp(200px,30vw,420px)] w-full bg-sunken object-cover" fetchPriority="high" />
      ) : (
        <>
          <Waveform seed={schoolName} bars={64} played={0.36} className="h-[200px] w-full sm:hidden" />
          <Waveform seed={schoolName} bars={180} played={0.36} className="h-[clamp(220px,24vw,340px)] w-full max-sm:hidden" />
        </>
      )}
      <div className="wrap pb-12 pt-8 sm:pb-16 sm:pt-12">
        <Heading className="display-hero max-w-[12ch] text-[clamp(3.25rem,0.9rem+10.6vw,9.5rem)] leading-[0.88]">{title}</Heading>
        <div className="mt-8 grid items-end gap-x-14 gap-y-4 sm:mt-12 md:grid-cols-[1.2fr_1fr]">
          {text ? <p className="max-w-[36em] text-[1.0625rem] leading-normal text-ink-2 sm:text-[1.1875rem]">{text}</p> : <span />}
          <div className="md:justify-self-end md:text-end">
            <HeroActions actions={actions} className="mt-0 md:justify-end" />
            {facts ? <p className="mt-4 text-sm text-ink-3 tabular-nums">{facts}</p> : null}
          </div>
        </div>
      </div>
    </section>
  )
}
