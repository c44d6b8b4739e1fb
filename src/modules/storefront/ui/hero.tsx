import type { ReactNode } from 'react'
import { cn } from '#ui/class-names.ts'
import { HeroActions } from './hero-actions.tsx'
import { HorizonHero } from './hero-horizon.tsx'
import { IndexHero } from './hero-index.tsx'
import { HeroPicture } from './hero-picture.tsx'
import { PortraitsHero } from './hero-portraits.tsx'
import { WaveHero } from './hero-wave.tsx'
import type { HeroView } from './views.schema.ts'

const forms: Record<HeroView['layout'], (props: HeroView) => ReactNode> = {
  beside: BesideHero,
  band: BandHero,
  type: TypeHero,
  horizon: HorizonHero,
  index: IndexHero,
  portraits: PortraitsHero,
  wave: WaveHero,
}

/** The first thing that visitors read. */
export function Hero(props: HeroView) {
  const Form = forms[props.layout]
  return <Form {...props} />
}

/** Words at the left, a picture or a drawing at the right. */
function BesideHero({ anchor, title, text, actions, picture, preset, facts, level: Heading = 'h1' }: HeroView) {
  return (
    <section id={anchor} className="wrap grid items-center gap-x-14 gap-y-9 pb-14 pt-5 sm:pt-8 lg:grid-cols-[1.08fr_0.92fr] lg:pb-[76px] lg:pt-[52px]">
      <div>
        <Heading className="display-hero text-[clamp(2.625rem,1.55rem+4.6vw,4.25rem)] leading-[1.03]">{title}</Heading>
        {text ? <p className="mt-5 max-w-[34em] text-[1.0625rem] leading-normal text-ink-2 sm:mt-[22px] sm:text-[1.1875rem]">{text}</p> : null}
        <HeroActions actions={actions} />
        {facts ? <p className="mt-5 text-sm text-ink-3 tabular-nums">{facts}</p> : null}
      </div>
      {picture ? (
        <img src={picture.url} alt={picture.alt} className="aspect-[520/460] w-full rounded-[calc(var(--corner-picture)*1.4)] bg-sunken object-cover" fetchPriority="high" />
      ) : (
        <HeroPicture preset={preset} />
      )}
    </section>
  )
}

/** A ground from edge to edge: the school's picture, or its colour, with the words on it or below. */
function BandHero({ anchor, title, text, actions, picture, facts, level: Heading = 'h1' }: HeroView) {
  const words = (
    <>
      <Heading className="display-hero text-[clamp(2.75rem,1.3rem+6vw,5.5rem)] leading-[0.98]">{title}</Heading>
      <div className="mt-6 grid gap-x-14 lg:mt-0 lg:pb-2">
        {text ? <p className={cn('max-w-[34em] text-[1.0625rem] leading-normal sm:text-[1.1875rem]', picture && 'text-ink-2')}>{text}</p> : null}
        <HeroActions actions={actions} isOnBrand={!picture} />
      </div>
    </>
  )
  if (picture) {
    return (
      <section id={anchor} className="pb-12 lg:pb-16">
        <img src={picture.url} alt={picture.alt} className="h-[clamp(240px,46vw,560px)] w-full bg-sunken object-cover" fetchPriority="high" />
        <div className="wrap items-end gap-x-14 pt-8 lg:grid lg:grid-cols-[1.3fr_0.7fr] lg:pt-12">{words}</div>
        {facts ? <p className="wrap mt-5 text-sm text-ink-3 tabular-nums">{facts}</p> : null}
      </section>
    )
  }

  return (
    <section id={anchor} className="bg-brand text-on-brand">
      <div className="wrap items-end gap-x-14 pb-12 pt-20 sm:pt-28 lg:grid lg:min-h-[500px] lg:grid-cols-[1.3fr_0.7fr] lg:pb-16">{words}</div>
    </section>
  )
}

/** Type alone, as large as the page allows; a picture, if there is one, lies below like a horizon. */
function TypeHero({ anchor, title, text, actions, picture, facts, level: Heading = 'h1' }: HeroView) {
  return (
    <section id={anchor} className="wrap pb-14 pt-10 sm:pt-16 lg:pb-20 lg:pt-24">
      <Heading className="display-hero max-w-[16ch] text-[clamp(3rem,1.2rem+8.4vw,7.25rem)] leading-[0.95]">{title}</Heading>
      <div className="mt-10 grid gap-x-14 gap-y-2 border-t pt-6 sm:mt-16 md:grid-cols-2">
        {text ? <p className="max-w-[38em] text-[1.0625rem] leading-normal text-ink-2 sm:text-[1.1875rem]">{text}</p> : <span />}
        <div className="md:justify-self-end md:text-right">
          <HeroActions actions={actions} className="mt-4 md:mt-0 md:justify-end" />
          {facts ? <p className="mt-5 text-sm text-ink-3 tabular-nums">{facts}</p> : null}
        </div>
      </div>
      {picture ? <img src={picture.url} alt={picture.alt} className="mt-12 aspect-[5/2] w-full rounded-lg bg-sunken object-cover" fetchPriority="high" /> : null}
    </section>
  )
}
