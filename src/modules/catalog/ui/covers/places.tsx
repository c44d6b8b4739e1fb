import type { Chance } from '#ui/chance.ts'

/** A low sun on water. */
export function SunOnWater({ next }: { next: Chance }) {
  const x = 150 + next() * 100
  return (
    <g>
      <circle cx={x} cy="150" r="84" fill="var(--d-mark)" fillOpacity="0.85" />
      <path d="M0 168H400V300H0Z" fill="var(--d-mid)" />
      {[0, 1, 2, 3, 4].map((wave) => {
        const half = 84 - wave * 13 + next() * 16
        return <path key={wave} d={`M${x - half} ${184 + wave * 22}h${half * 2}`} stroke={wave % 2 ? 'var(--d-pale)' : 'var(--d-mark)'} strokeWidth={9 - wave} strokeLinecap="round" />
      })}
    </g>
  )
}

/** Petals that open from the middle. */
export function Petals({ next }: { next: Chance }) {
  const turn = next() * 12
  return (
    <g transform={`rotate(${turn - 6} 200 230)`}>
      {[-78, 78, -52, 52, -26, 26, 0].map((angle, index) => (
        <path key={angle} d="M200 246C150 196 156 106 200 58c44 48 50 138 0 188Z" transform={`rotate(${angle} 200 246)`} fill={index === 6 ? 'var(--d-mark)' : index > 3 ? 'var(--d-fine)' : 'var(--d-mid)'} fillOpacity={index === 6 ? 1 : 0.75} />
      ))}
    </g>
  )
}

/** Stones that were set on each other with care. */
export function Stones({ next }: { next: Chance }) {
  const fills = ['var(--d-mark)', 'var(--d-fine)', 'var(--d-mid)', 'var(--d-deep)']
  return (
    <g>
      <path d="M0 262H400V300H0Z" fill="var(--d-mid)" />
      {[0, 1, 2, 3].map((stone) => {
        const [width, height] = [112 - stone * 24, 28 - stone * 3]
        return <ellipse key={stone} cx={200 + (next() - 0.5) * 18} cy={240 - stone * 47} rx={width} ry={height} fill={fills[stone]} />
      })}
    </g>
  )
}

/** A row of houses, one with its door open. */
export function Houses({ next }: { next: Chance }) {
  const open = Math.floor(next() * 3)
  return (
    <g>
      {[0, 1, 2].map((house) => {
        const [x, height] = [26 + house * 122, 92 + next() * 54]
        const top = 262 - height
        return (
          <g key={house}>
            <path d={`M${x} 262V${top}l52-46 52 46V262Z`} fill={house === open ? 'var(--d-mark)' : 'var(--d-mid)'} />
            <path d={`M${x + 38} 262v-52h28v52Z`} fill={house === open ? 'var(--d-pale)' : 'var(--d-fine)'} />
            <path d={`M${x + 18} ${top + 18}h18v18h-18zM${x + 68} ${top + 18}h18v18h-18z`} fill="var(--d-pale)" fillOpacity="0.8" />
          </g>
        )
      })}
      <path d="M0 262H400" stroke="var(--d-deep)" strokeWidth="4" />
    </g>
  )
}

/** Steps that go up, and where somebody stands on them. */
export function Steps({ next }: { next: Chance }) {
  const at = 1 + Math.floor(next() * 4)
  return (
    <g>
      {[0, 1, 2, 3, 4, 5].map((step) => <path key={step} d={`M${step * 68} ${260 - step * 36}h68V300h-68Z`} fill={step === at ? 'var(--d-mark)' : step < at ? 'var(--d-fine)' : 'var(--d-mid)'} />)}
      <circle cx={at * 68 + 34} cy={260 - at * 36 - 28} r="22" fill="var(--d-bold)" />
    </g>
  )
}

/** A bar for each month, the last the tallest. */
export function Figures({ next }: { next: Chance }) {
  const heights = [0, 1, 2, 3, 4, 5].map((bar) => 46 + bar * 27 + next() * 34)
  return (
    <g>
      {[80, 140, 200].map((y) => <path key={y} d={`M30 ${y}H370`} stroke="var(--d-mid)" strokeWidth="1.5" />)}
      {heights.map((height, bar) => <path key={bar} d={`M${40 + bar * 56} ${260 - height}h36V260h-36z`} fill={bar === 5 ? 'var(--d-mark)' : 'var(--d-fine)'} />)}
      <path d="M30 260H370" stroke="var(--d-deep)" strokeWidth="3" />
    </g>
  )
}
