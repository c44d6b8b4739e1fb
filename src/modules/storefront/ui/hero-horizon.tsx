import { HeroActions } from './hero-actions.tsx'
import type { HeroView } from './views.schema.ts'

/** Words in the middle of much air. Below them hills and a low sun from edge to edge, or the school's picture under an arch. */
export function HorizonHero({ anchor, title, text, actions, picture, facts, level: Heading = 'h1' }: HeroView) {
  return (
    <section id={anchor} className="overflow-hidden">
      <div className="wrap flex flex-col items-center pt-12 text-center sm:pt-20 lg:pt-24">
        <Heading className="display-hero max-w-[13ch] text-[clamp(3.25rem,1.6rem+7vw,6.75rem)] leading-[0.98]">{title}</Heading>
        {text ? <p className="mt-6 max-w-[32em] text-[1.0625rem] leading-relaxed text-ink-2 sm:mt-8 sm:text-[1.1875rem]">{text}</p> : null}
        <HeroActions actions={actions} className="mt-8 justify-center" />
        {facts ? <p className="mt-5 text-sm text-ink-3 tabular-nums">{facts}</p> : null}
      </div>
      {picture ? (
        <div className="wrap pt-14 sm:pt-20">
          <img src={picture.url} alt={picture.alt} className="mx-auto aspect-[4/5] w-full max-w-[620px] rounded-t-[999px] rounded-b-lg bg-sunken object-cover" fetchPriority="high" />
        </div>
      ) : (
        <Hills />
      )}
    </section>
  )
}

/** A sun that sets behind four hills; drawn twice as wide as a phone shows of it. */
function Hills() {
  return (
    <svg viewBox="0 0 1440 430" preserveAspectRatio="xMidYMax slice" aria-hidden="true" className="mt-6 block h-[clamp(250px,30vw,430px)] w-full sm:mt-2">
      <circle cx="720" cy="190" r="118" fill="var(--brand)" fillOpacity="0.2" />
      <circle cx="720" cy="190" r="84" fill="var(--brand)" fillOpacity="0.34" />
      <path d="M0 262C180 196 330 214 520 250S850 300 1040 236 1330 190 1440 214V430H0Z" fill="var(--brand-tint)" />
      <path d="M0 262C180 196 330 214 520 250S850 300 1040 236 1330 190 1440 214V430H0Z" fill="var(--brand)" fillOpacity="0.16" />
      <path d="M0 312C210 268 380 318 610 302S1010 246 1210 284C1290 299 1380 300 1440 288V430H0Z" fill="var(--brand)" fillOpacity="0.34" />
      <path d="M0 344C160 368 380 326 620 352S1060 388 1260 336C1320 320 1400 320 1440 332V430H0Z" fill="var(--brand)" fillOpacity="0.6" />
      <path d="M0 402C260 352 470 410 760 392S1220 404 1440 372V430H0Z" fill="var(--brand)" />
    </svg>
  )
}
