import type { ReactNode } from 'react'
import { ButtonLink } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import type { Block } from '../blocks/blocks.schema.ts'
import { HeroPicture } from './hero-picture.tsx'
import type { ActionView, PictureView } from './views.schema.ts'

type HeroProps = {
  anchor: string
  layout: Block<'hero'>['layout']
  title: string
  text: string
  actions: readonly ActionView[]
  /** Null where the school has none; the program draws one where the layout needs it. */
  picture: PictureView | null
  preset: string
  /** A quiet line under the buttons. */
  facts?: ReactNode
  /** Only one heading of a page is its first. */
  level?: 'h1' | 'h2'
}

/** The first thing that visitors read. */
export function Hero(props: HeroProps) {
  if (props.layout === 'band') return <BandHero {...props} />
  return props.layout === 'type' ? <TypeHero {...props} /> : <BesideHero {...props} />
}

/** Words at the left, a picture or a drawing at the right. */
function BesideHero({ anchor, title, text, actions, picture, preset, facts, level: Heading = 'h1' }: HeroProps) {
  return (
    <section id={anchor} className="wrap grid items-center gap-x-14 gap-y-9 pb-14 pt-5 sm:pt-8 lg:grid-cols-[1.08fr_0.92fr] lg:pb-[76px] lg:pt-[52px]">
      <div>
        <Heading className="display-hero text-[clamp(2.625rem,1.55rem+4.6vw,4.25rem)] leading-[1.03]">{title}</Heading>
        {text ? <p className="mt-5 max-w-[34em] text-[1.0625rem] leading-normal text-ink-2 sm:mt-[22px] sm:text-[1.1875rem]">{text}</p> : null}
        <Actions actions={actions} />
        {facts ? <p className="mt-5 text-sm text-ink-3 tabular-nums">{facts}</p> : null}
      </div>
      {picture ? (
        <img src={picture.url} alt={picture.alt} className="aspect-[520/460] w-full rounded-[20px] bg-sunken object-cover" fetchPriority="high" />
      ) : (
        <HeroPicture preset={preset} />
      )}
    </section>
  )
}

/** A ground from edge to edge: the school's picture, or its colour, with the words on it or below. */
function BandHero({ anchor, title, text, actions, picture, facts, level: Heading = 'h1' }: HeroProps) {
  const words = (
    <>
      <Heading className="display-hero text-[clamp(2.75rem,1.3rem+6vw,5.5rem)] leading-[0.98]">{title}</Heading>
      <div className="mt-6 grid gap-x-14 lg:mt-0 lg:pb-2">
        {text ? <p className={cn('max-w-[34em] text-[1.0625rem] leading-normal sm:text-[1.1875rem]', picture && 'text-ink-2')}>{text}</p> : null}
        <Actions actions={actions} isOnBrand={!picture} />
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
function TypeHero({ anchor, title, text, actions, picture, facts, level: Heading = 'h1' }: HeroProps) {
  return (
    <section id={anchor} className="wrap pb-14 pt-10 sm:pt-16 lg:pb-20 lg:pt-24">
      <Heading className="display-hero max-w-[16ch] text-[clamp(3rem,1.2rem+8.4vw,7.25rem)] leading-[0.95]">{title}</Heading>
      <div className="mt-10 grid gap-x-14 gap-y-2 border-t pt-6 sm:mt-16 md:grid-cols-2">
        {text ? <p className="max-w-[38em] text-[1.0625rem] leading-normal text-ink-2 sm:text-[1.1875rem]">{text}</p> : <span />}
        <div className="md:justify-self-end md:text-right">
          <Actions actions={actions} className="mt-4 md:mt-0 md:justify-end" />
          {facts ? <p className="mt-5 text-sm text-ink-3 tabular-nums">{facts}</p> : null}
        </div>
      </div>
      {picture ? <img src={picture.url} alt={picture.alt} className="mt-12 aspect-[5/2] w-full rounded-lg bg-sunken object-cover" fetchPriority="high" /> : null}
    </section>
  )
}

function Actions({ actions, isOnBrand, className }: { actions: readonly ActionView[]; isOnBrand?: boolean; className?: string }) {
  if (actions.length === 0) return null
  return (
    <div className={cn('mt-7 flex flex-wrap gap-3', className)}>
      {actions.map(({ href, label, isMain }) => (
        <ButtonLink key={href} href={href} variant={isMain && !isOnBrand ? 'main' : 'plain'} className={cn(isOnBrand && !isMain && 'border-current bg-transparent text-on-brand hover:bg-brand-hover hover:text-on-brand')}>
          {label}
        </ButtonLink>
      ))}
    </div>
  )
}
