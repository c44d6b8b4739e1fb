import { cn } from '#ui/class-names.ts'
import type { Block } from '../blocks/blocks.schema.ts'
import { Part } from './part.tsx'
import type { PictureView } from './views.schema.ts'
import { galleryWords } from './words/gallery-words.ts'

type GalleryProps = { anchor: string; layout: Block<'gallery'>['layout']; title: string; pictures: readonly PictureView[] }

/** Pictures of the place and its people. */
export function Gallery({ anchor, layout, title, pictures }: GalleryProps) {
  if (layout === 'strip') return <Strip anchor={anchor} title={title} pictures={pictures} />

  return (
    <Part anchor={anchor} title={title}>
      <ul className={cn('grid grid-cols-2 gap-2.5 sm:gap-4', layout === 'mosaic' ? 'md:grid-cols-4' : 'md:grid-cols-3')}>
        {pictures.map((picture, index) => (
          <li key={picture.url} className={cn(layout === 'mosaic' && index % 5 === 0 && 'col-span-2 md:row-span-2')}>
            <Picture picture={picture} className={cn('w-full', layout === 'mosaic' ? (index % 5 === 0 ? 'aspect-square' : 'aspect-square') : 'aspect-[4/3]')} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** A strip from edge to edge that is drawn sideways; each picture keeps its own shape. */
function Strip({ anchor, title, pictures }: Omit<GalleryProps, 'layout'>) {
  const words = galleryWords()
  return (
    <section id={anchor} aria-label={title || words.pictures} className="py-(--rhythm)">
      {title ? (
        <div className="wrap">
          <h2 className="display mb-7 text-(length:--heading) leading-[1.1]">{title}</h2>
        </div>
      ) : null}
      {/* A region that scrolls must be reached by keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-label={words.sideBySide(title || words.pictures)} className="flex snap-x snap-proximity gap-2.5 overflow-x-auto px-5 sm:gap-4 sm:px-7 focus-visible:-outline-offset-2">
        {pictures.map((picture) => (
          <li key={picture.url} className="shrink-0 snap-start">
            <Picture picture={picture} className="h-[clamp(220px,34vw,420px)] w-auto min-w-40 max-w-[86vw]" />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Picture({ picture, className }: { picture: PictureView; className: string }) {
  return (
    <figure>
      <img src={picture.url} alt={picture.alt} loading="lazy" className={cn('rounded-md bg-sunken object-cover', className)} />
      {picture.caption ? <figcaption className="mt-1.5 text-sm text-ink-2">{picture.caption}</figcaption> : null}
    </figure>
  )
}
