import type { Chance } from '#ui/chance.ts'
import { polyline } from '#ui/polyline.ts'

/** A curve on its axes, with the square that it encloses. */
export function Parabola({ next }: { next: Chance }) {
  const [bend, shift] = [0.008 + next() * 0.006, -40 + next() * 80]
  const curve = polyline(Array.from({ length: 41 }, (_, index) => [index * 10, 252 - Math.max(0, 232 - bend * (index * 10 - 200 - shift) ** 2)]))
  return (
    <g>
      {Array.from({ length: 9 }, (_, index) => <path key={index} d={`M0 ${index * 40 + 12}H400M${index * 50} 0V300`} stroke="var(--d-mid)" strokeWidth="1" />)}
      <path d={`${curve}V252H0Z`} fill="var(--d-mid)" fillOpacity="0.6" />
      <path d="M0 252H400M200 0V300" stroke="var(--d-deep)" strokeWidth="2.5" />
      <path d={curve} fill="none" stroke="var(--d-mark)" strokeWidth="7" strokeLinejoin="round" />
      <circle cx={200 + shift} cy="20" r="10" fill="var(--d-bold)" />
    </g>
  )
}

/** Three squares on the sides of a triangle: the oldest proof there is. */
export function ThreeSquares({ next }: { next: Chance }) {
  const turn = -8 + next() * 16
  return (
    <g transform={`rotate(${turn} 200 160)`} strokeLinejoin="round">
      <path d="M150 190h96v96h-96z" fill="var(--d-mid)" />
      <path d="M150 190v-72H78v72z" fill="var(--d-fine)" />
      <path d="m150 118 96 72 72-96-96-72z" fill="var(--d-mark)" />
      <path d="m150 118 96 72h-96z" fill="var(--d-pale)" stroke="var(--d-deep)" strokeWidth="3" />
    </g>
  )
}

/** Lines of writing, one of them underlined. */
export function Writing({ next }: { next: Chance }) {
  const marked = 1 + Math.floor(next() * 3)
  return (
    <g>
      <path d="M86 34h228v240H86z" fill="var(--d-pale)" />
      {[0, 1, 2, 3, 4, 5].map((line) => <path key={line} d={`M112 ${78 + line * 32}h${line === 5 ? 80 : 140 + Math.floor(next() * 36)}`} stroke={line === marked ? 'var(--d-mark)' : 'var(--d-fine)'} strokeWidth={line === marked ? 12 : 6} />)}
      <path d="m292 236 66-128 22 12-66 128-26 14z" fill="var(--d-mark)" />
      <path d="m288 262 4-26 22 12z" fill="var(--d-deep)" />
    </g>
  )
}

/** A block on a slope, and the arrows on it. */
export function Slope({ next }: { next: Chance }) {
  const at = 0.34 + next() * 0.3
  const [x, y] = [60 + at * 280, 262 - at * 150]
  return (
    <g strokeLinejoin="round">
      <path d="M60 262 340 112V262Z" fill="var(--d-mid)" />
      <g transform={`translate(${x} ${y}) rotate(-28)`}>
        <path d="M-34-56h68v56h-68z" fill="var(--d-mark)" />
        <path d="M0-56v-62m-11 14 11-16 11 16" fill="none" stroke="var(--d-deep)" strokeWidth="5" />
        <path d="M-34-28h-60m14-11-16 11 16 11" fill="none" stroke="var(--d-deep)" strokeWidth="5" />
      </g>
      <path d="M30 262H370" stroke="var(--d-deep)" strokeWidth="4" />
    </g>
  )
}

/** A flask and what rises in it. */
export function Flask({ next }: { next: Chance }) {
  const level = 176 + next() * 40
  return (
    <g>
      <path d="M168 30h64v92l82 128q10 30-22 30H108q-32 0-22-30l82-128Z" fill="var(--d-pale)" />
      <path d={`M${168 - (level - 122) * 0.64} ${level}H${232 + (level - 122) * 0.64}L314 250q10 30-22 30H108q-32 0-22-30Z`} fill="var(--d-mark)" />
      <path d="M156 30h88" stroke="var(--d-deep)" strokeWidth="12" strokeLinecap="round" />
      {[0, 1, 2, 3].map((bubble) => <circle key={bubble} cx={160 + next() * 80} cy={level + 14 + bubble * 20} r={4 + next() * 7} fill="var(--d-mid)" />)}
    </g>
  )
}
