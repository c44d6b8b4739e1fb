import { useKind } from '#modules/tenancy/ui/wording.tsx'
import { readColour } from '#ui/brand/contrast.ts'
import { cn } from '#ui/class-names.ts'
import type { CSSProperties } from 'react'
import { motifsFor } from './covers/motifs.ts'
import { chance } from '#ui/chance.ts'

type CoverProps = {
  /** The same course always gets the same drawing. */
  courseId: string
  subject: string | null
  /** Any CSS colour: the drawing's hue starts from it. */
  brand: string
  className?: string
}

/** How far each subject turns away from the brand's hue, so that a shelf of covers is not one colour. */
const turns: Record<string, number> = {
  piano: 0,
  guitar: 207,
  voice: 122,
  violin: 34,
  drums: 262,
  theory: 62,
  ear: 168,
  composition: 300,
  yoga: -28,
  yin: 22,
  meditation: 70,
  breath: 150,
  mobility: 190,
  mathematics: 0,
  writing: 122,
  science: 250,
  physics: 52,
  homes: -12,
  career: 44,
}

/** A cover drawn from what the course teaches and the school's colour, for courses without a picture of their own. */
export function Cover({ courseId, subject, brand, className }: CoverProps) {
  const next = chance(courseId)
  const { turn, motifs } = motifsFor(subject, useKind().drawnAs)
  const Motif = motifs[Math.floor(next() * motifs.length)] ?? motifs[0]
  const offset = turn === null ? Math.floor(next() * 6) * 60 : (turns[turn] ?? 0)
  const hue = Math.round(((readColour(brand)?.h ?? 28) + offset + (next() - 0.5) * 16 + 360) % 360)

  return (
    <svg
      viewBox="0 0 400 300"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      data-drawn=""
      style={{ '--drawn-h': hue } as CSSProperties}
      className={cn('block size-full', className)}
    >
      <rect width="400" height="300" fill="var(--d-ground)" />
      {Motif ? <Motif next={next} /> : null}
    </svg>
  )
}
