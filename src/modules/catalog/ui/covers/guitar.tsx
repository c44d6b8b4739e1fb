import type { Chance } from '#ui/chance.ts'

const strings = [0, 1, 2, 3, 4, 5]

/** Six strings over the sound hole and its rosette. */
export function SoundHole({ next }: { next: Chance }) {
  const x = 150 + next() * 100
  const gap = 19

  return (
    <g>
      <circle cx={x} cy="150" r="104" fill="none" stroke="var(--d-mid)" strokeWidth="16" />
      <circle cx={x} cy="150" r="86" fill="none" stroke="var(--d-mark)" strokeWidth="1.5" strokeDasharray="3 5" />
      <circle cx={x} cy="150" r="74" fill="var(--d-mark)" />
      <circle cx={x} cy="150" r="63" fill="var(--d-deep)" fillOpacity="0.55" />
      {strings.map((string) => (
        <path
          key={string}
          d={`M0 ${150 + (string - 2.5) * gap}H400`}
          stroke="var(--d-string)"
          strokeWidth={1.1 + string * 0.42}
        />
      ))}
    </g>
  )
}

const frets = [-20, 62, 140, 213, 282, 347, 408]
const shapes = [
  [[1, 1], [2, 2], [2, 3]],
  [[1, 4], [2, 1], [3, 0]],
  [[2, 2], [2, 3], [2, 4]],
  [[3, 1], [2, 2], [4, 4]],
] as const

/** The neck seen from above, with a chord held. */
export function Fretboard({ next }: { next: Chance }) {
  const shape = shapes[Math.floor(next() * shapes.length)] ?? shapes[0]
  const tops = (string: number) => 75 + string * 30

  return (
    <g>
      <rect x="-10" y="52" width="420" height="196" fill="var(--d-mid)" />
      {frets.map((x) => (
        <rect key={x} x={x - 2} y="52" width="4" height="196" fill="var(--d-pale)" />
      ))}
      {[176, 314].map((x) => (
        <circle key={x} cx={x} cy="150" r="7" fill="var(--d-ground)" />
      ))}
      {strings.map((string) => (
        <path key={string} d={`M0 ${tops(string)}H400`} stroke="var(--d-mark)" strokeWidth={1.2 + string * 0.4} />
      ))}
      {shape.map(([fret, string]) => (
        <circle
          key={`${fret}-${string}`}
          cx={((frets[fret] ?? 0) + (frets[fret + 1] ?? 0)) / 2}
          cy={tops(string)}
          r="13"
          fill="var(--d-deep)"
        />
      ))}
    </g>
  )
}
