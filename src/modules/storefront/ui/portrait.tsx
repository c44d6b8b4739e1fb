import type { CSSProperties, ReactNode } from 'react'
import { readColour } from '#ui/brand/contrast.ts'
import { chance } from '#ui/chance.ts'
import { cn } from '#ui/class-names.ts'

/** Hair, cut like paper for a head in the middle of 400 × 500; none of it tells a woman from a man. */
const heads: readonly ((fill: string) => ReactNode)[] = [
  (fill) => <path d="M118 246C104 150 150 92 206 92s100 48 84 152c-8-44-24-68-44-84-34 22-84 26-112 40-8 12-12 26-16 46Z" fill={fill} />,
  (fill) => <path d="M116 262c-34-20-30-72-4-88-12-42 34-84 70-70 26-28 84-14 90 22 38 2 52 56 22 80 10 26-2 48-16 56 0-46-16-74-36-88-36 14-78 14-104 6-14 22-22 44-22 82Z" fill={fill} />,
  (fill) => <path d="M128 214c-10-70 22-116 74-116s84 44 72 116c-8-26-16-40-28-48-30 8-62 8-90 0-12 10-20 24-28 48Z" fill={fill} />,
  (fill) => <path d="M110 300c-16-110 10-206 92-206s110 92 90 206c-6 6-14 8-20 8 4-62-4-104-30-136-24 24-66 32-92 36-10 30-12 66-14 100-10 0-20-2-26-8Z" fill={fill} />,
  (fill) => <path d="M122 232c-10-86 20-134 80-134s88 50 76 134c-10-34-20-54-34-66-12-4-22-6-30-22-20 14-46 22-68 22-12 18-18 40-24 66Z" fill={fill} />,
]
const clothes: readonly ((fill: string, other: string) => ReactNode)[] = [
  (fill, other) => <g><path d="M20 520c6-110 84-142 180-142s174 32 180 142Z" fill={fill} /><path d="M160 380 200 452 240 380l30 8-70 132-70-132Z" fill={other} /></g>,
  (fill, other) => <g><path d="M28 520c10-104 88-140 172-140s162 36 172 140Z" fill={fill} /><path d="M150 382c10 40 90 40 100 0l14 4c-6 62-122 62-128 0Z" fill={other} /></g>,
  (fill, other) => <g><path d="M24 520c4-112 90-140 176-140s172 28 176 140Z" fill={fill} /><path d="M146 384h108l-54 62Z" fill={other} /></g>,
]

/** How far each portrait turns from the school's own hue. */
const turns = [0, 34, -38, 150, 70, -80, 200]

type PortraitProps = {
  name: string
  /** Any CSS colour: the portrait's hue starts from it. */
  brand: string
  /** Which of its row it is, from 0: neighbours never look the same. */
  place: number
  className?: string
}

/**
 * Someone as a cut of paper: a head, hair and shoulders, without a face, in tones of the school's colour. It says that
 * there is a person, and does not pretend to know how they look.
 */
export function Portrait({ name, brand, place, className }: PortraitProps) {
  const next = chance(name)
  const hue = Math.round(((readColour(brand)?.h ?? 178) + (turns[place % turns.length] ?? 0) + 360) % 360)
  const head = heads[place % heads.length]
  const worn = clothes[(place + Math.floor(next() * 2)) % clothes.length]
  return (
    <span data-drawn="" aria-hidden="true" style={{ '--drawn-h': hue } as CSSProperties} className={cn('block overflow-hidden rounded-(--corner-picture)', className)}>
      <svg viewBox="0 0 400 500" preserveAspectRatio="xMidYMax slice" className="block size-full">
        <rect width="400" height="500" fill="var(--d-ground)" />
        <circle cx={130 + next() * 140} cy="230" r="190" fill="var(--d-mid)" fillOpacity="0.55" />
        {worn?.('var(--d-mark)', 'var(--d-fine)')}
        <path d="M164 310h72v84c-8 26-64 26-72 0Z" fill="var(--d-fine)" />
        <ellipse cx="200" cy="240" rx="76" ry="98" fill="var(--d-mid)" />
        {head?.('var(--d-deep)')}
      </svg>
    </span>
  )
}
