import type { Chance } from '#ui/chance.ts'
import { polyline } from '#ui/polyline.ts'

/** One sung line, and its air around it. */
export function VoiceWave({ next }: { next: Chance }) {
  const phase = next() * 6.28
  const pace = 0.019 + next() * 0.007
  const line = (height: number) => {
    const points = Array.from({ length: 51 }, (_, index) => {
      const x = index * 8
      const swell = 0.35 + 0.65 * Math.sin((x / 400) * Math.PI) ** 1.2
      const y = 152 - Math.sin(x * pace * (1 + x / 1500) + phase) * height * swell
      return [x, y] as const
    })
    return polyline(points)
  }

  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      {[116, 100, 64, 46, 28].map((height) => (
        <path key={height} d={line(height)} stroke="var(--d-fine)" strokeOpacity="0.55" strokeWidth="1.25" />
      ))}
      <path d={line(83)} stroke="var(--d-mark)" strokeWidth="5" />
    </g>
  )
}

/** A phrase as a recording shows it. */
export function VoiceBars({ next }: { next: Chance }) {
  const bars = Array.from({ length: 25 }, (_, index) => {
    const phrase = Math.abs(Math.sin((index + 1) * 0.29 + 0.2)) * 0.8 + 0.12
    return Math.max(7, phrase * (0.55 + next() * 0.45) * 104)
  })
  const now = 9 + Math.floor(next() * 7)

  return (
    <g strokeWidth="7" strokeLinecap="round">
      {bars.map((height, index) => (
        <path
          key={index}
          d={`M${32 + index * 14} ${(150 - height).toFixed(1)}V${(150 + height).toFixed(1)}`}
          stroke={index <= now ? 'var(--d-mark)' : 'var(--d-mid)'}
        />
      ))}
    </g>
  )
}

/** Two tones that meet: what an interval is. */
export function Ripples({ next }: { next: Chance }) {
  const y = 128 + next() * 44
  const gap = 22 + next() * 6
  const rings = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const centres = [
    [104, y],
    [296, 300 - y],
  ] as const

  return (
    <g fill="none">
      {centres.map(([x, cy]) => (
        <g key={x}>
          {rings.map((ring) => (
            <circle key={ring} cx={x} cy={cy} r={ring * gap} stroke="var(--d-mark)" strokeOpacity={Math.max(0.12, 0.78 - ring * 0.075)} strokeWidth="2" />
          ))}
          <circle cx={x} cy={cy} r="9" fill="var(--d-mark)" />
        </g>
      ))}
    </g>
  )
}
