import type { Chance } from '#ui/chance.ts'

/** A sun over three hills. */
export function Hills({ next }: { next: Chance }) {
  const x = 110 + next() * 180
  const lift = next() * 24

  return (
    <g>
      <circle cx={x} cy={112 - lift / 2} r="52" fill="var(--d-mark)" />
      <path d={`M0 ${196 - lift}C80 ${150 - lift} 150 ${170} 220 ${196}S340 ${222} 400 ${170 + lift}V300H0Z`} fill="var(--d-mid)" />
      <path d={`M0 238C90 ${196 + lift} 170 ${250} 260 ${228}S360 ${196} 400 216V300H0Z`} fill="var(--d-fine)" />
      <path d="M0 276C110 246 210 288 400 252V300H0Z" fill="var(--d-mark)" />
    </g>
  )
}

/** Arches within arches. */
export function Arches({ next }: { next: Chance }) {
  const x = 150 + next() * 100
  const fills = ['var(--d-mid)', 'var(--d-pale)', 'var(--d-fine)', 'var(--d-ground)', 'var(--d-mark)']

  return (
    <g>
      {fills.map((fill, index) => {
        const r = 142 - index * 27
        return <path key={index} d={`M${x - r} 310V${186}A${r} ${r} 0 0 1 ${x + r} ${186}V310Z`} fill={fill} />
      })}
    </g>
  )
}

/** A pendulum and the arc of its swing. */
export function Pendulum({ next }: { next: Chance }) {
  const now = Math.floor(next() * 7)
  const swing = [-42, -28, -14, 0, 14, 28, 42]

  return (
    <g>
      {swing.map((angle, index) => (
        <g key={angle} transform={`rotate(${angle} 200 -14)`}>
          <path d="M200 -14V212" stroke={index === now ? 'var(--d-mark)' : 'var(--d-fine)'} strokeWidth={index === now ? 3 : 1.25} />
          <circle cx="200" cy="228" r="19" fill={index === now ? 'var(--d-mark)' : 'var(--d-mid)'} />
        </g>
      ))}
    </g>
  )
}
