import { chance } from './chance.ts'
import { cn } from './class-names.ts'

type WaveformProps = {
  /** The same text always gives the same recording. */
  seed: string
  bars: number
  /** The share of it that is drawn as heard, 0 to 1. */
  played?: number
  className?: string
}

/** A recording as bars, from side to side. Decoration: silent to screen readers. */
export function Waveform({ seed, bars, played = 0.3, className }: WaveformProps) {
  const heights = loudness(seed, bars)
  const path = (from: number, to: number) => heights.slice(from, to).map((height, index) => `M${(from + index) * 10 + 5} ${(50 - height).toFixed(1)}V${(50 + height).toFixed(1)}`).join('')
  const heard = Math.round(bars * played)
  return (
    <svg viewBox={`0 0 ${bars * 10} 100`} preserveAspectRatio="none" aria-hidden="true" className={cn('block', className)}>
      <path d={path(0, heard)} stroke="var(--brand)" strokeWidth="5" />
      <path d={path(heard, bars)} stroke="var(--edge)" strokeWidth="5" />
    </svg>
  )
}

/** Half heights of the bars, 1.5 to 48: phrases that swell and rest, with a beat in them. */
function loudness(seed: string, bars: number): number[] {
  const next = chance(seed)
  const [phrase, beat, turn] = [0.5 + next() * 0.9, 4 + Math.floor(next() * 3), next() * 6]
  return Array.from({ length: bars }, (_, bar) => {
    const swell = 0.5 + 0.5 * Math.sin((bar / bars) * Math.PI * 2 * (2 + phrase * 2) + turn)
    const whole = Math.sin((bar / bars) * Math.PI) ** 0.35
    const accent = bar % beat === 0 ? 1 : 0.42 + next() * 0.5
    return Math.max(1.5, 48 * whole * (0.22 + 0.78 * swell) * accent)
  })
}
