import type { ReactNode } from 'react'
import { polyline } from '#ui/polyline.ts'

const lines = [0, 1, 2, 3, 4]
const gap = 26

/** The middle of the staff above a point, as it bends across the picture. */
function bend(x: number): number {
  return 292 - Math.sin(x / 118 + 0.35) * 30 - x * 0.045
}

/** The drawing beside the headline: staff lines for a music school, quiet shapes for the others. */
export function HeroPicture({ preset }: { preset: string }) {
  return (
    <svg viewBox="0 0 520 460" aria-hidden="true" className="block w-full rounded-[calc(var(--corner-picture)*1.4)] bg-brand-tint">
      <circle cx="408" cy="92" r="46" fill="var(--brand)" fillOpacity="0.14" />
      {preset === 'music-school' ? <StaffAndNotes /> : <QuietShapes />}
    </svg>
  )
}

function StaffAndNotes() {
  const staff = (line: number) => polyline(Array.from({ length: 54 }, (_, index) => [index * 10 - 5, bend(index * 10) + (line - 2) * gap]))

  return (
    <g>
      {lines.map((line) => (
        <path key={line} d={staff(line)} fill="none" stroke="var(--brand)" strokeOpacity="0.42" strokeWidth="1.2" />
      ))}
      <g fill="var(--brand)">
        <Pair from={{ x: 80, step: 2 }} to={{ x: 172, step: 0 }} />
        <Single x={268} step={3} />
        <Pair from={{ x: 350, step: 0 }} to={{ x: 444, step: -2 }} />
      </g>
    </g>
  )
}

type Spot = { x: number; step: number }

function height({ x, step }: Spot): number {
  return bend(x) + (step * gap) / 2
}

function Head({ x, step }: Spot): ReactNode {
  const y = height({ x, step })

  return <ellipse cx={x} cy={y} rx="16.5" ry="11.5" transform={`rotate(-22 ${x} ${y})`} />
}

function Single(spot: Spot) {
  const y = height(spot)

  return (
    <g>
      <Head {...spot} />
      <rect x={spot.x + 12.4} y={y - 92} width="3.2" height="88" />
    </g>
  )
}

function Pair({ from, to }: { from: Spot; to: Spot }) {
  const [left, right] = [from.x + 12.4, to.x + 15.6]
  const [leftTop, rightTop] = [height(from) - 94, height(to) - 94]

  return (
    <g>
      <Head {...from} />
      <Head {...to} />
      <rect x={left} y={leftTop} width="3.2" height="90" />
      <rect x={right - 3.2} y={rightTop} width="3.2" height="90" />
      <path d={`M${left} ${leftTop} ${right} ${rightTop}v12.5L${left} ${leftTop + 12.5}z`} />
    </g>
  )
}

function QuietShapes() {
  return (
    <g fill="var(--brand)">
      <path d="M0 330C90 270 170 300 260 334S430 372 520 296V460H0Z" fillOpacity="0.16" />
      <path d="M0 384C110 332 200 402 320 370S450 326 520 352V460H0Z" fillOpacity="0.28" />
      <path d="M0 428C140 390 270 446 520 404V460H0Z" />
    </g>
  )
}
