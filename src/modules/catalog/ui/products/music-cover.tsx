import { cn } from '#ui/class-names.ts'
import { CoursePicture } from '../course-card.tsx'
import type { SchoolView } from '../public-pages.schema.ts'
import type { ProductCardView } from './product-views.schema.ts'

type MusicCoverProps = { product: Pick<ProductCardView, 'id' | 'title' | 'music'>; school: SchoolView; className?: string }

/** What a piece looks like: its own sound. Until there is a preview, and for all else, the drawn cover. */
export function ProductPicture({ product, school, className }: MusicCoverProps) {
  const peaks = product.music?.peaks ?? []
  // What it is called decides what is drawn: a pack of drum loops gets a drum.
  if (peaks.length === 0) return <CoursePicture course={{ id: product.id, subject: product.title }} school={school} className={className} />
  return (
    <div className={cn('grid place-items-center overflow-hidden rounded-[12px] bg-brand-tint px-[7%] text-brand-strong', className)}>
      <SoundPicture peaks={peaks} className="h-[46%] w-full" />
    </div>
  )
}

const pitch = 6
const height = 100

/** The loudness of a recording from beginning to end, as bars around a middle line. */
export function SoundPicture({ peaks, className }: { peaks: readonly number[]; className?: string }) {
  return (
    <svg viewBox={`0 0 ${peaks.length * pitch} ${height}`} preserveAspectRatio="none" aria-hidden="true" className={className} fill="currentColor">
      {peaks.map((peak, index) => {
        const tall = Math.max(3, peak)
        return <rect key={index} x={index * pitch + 1} y={(height - tall) / 2} width={pitch - 2.4} height={tall} rx={1.5} />
      })}
    </svg>
  )
}
