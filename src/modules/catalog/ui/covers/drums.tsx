import type { Chance } from '#ui/chance.ts'

/** A drum from above, its lugs, and two sticks. */
export function DrumHead({ next }: { next: Chance }) {
  const turn = next() * 45
  const lugs = [0, 45, 90, 135, 180, 225, 270, 315]

  return (
    <g>
      <circle cx="200" cy="156" r="118" fill="var(--d-mark)" />
      <circle cx="200" cy="156" r="105" fill="var(--d-pale)" />
      <circle cx="200" cy="156" r="74" fill="none" stroke="var(--d-mid)" strokeWidth="1.5" />
      <circle cx="200" cy="156" r="40" fill="var(--d-mid)" fillOpacity="0.55" />
      {lugs.map((lug) => (
        <rect key={lug} x="194" y="31" width="12" height="18" rx="4" fill="var(--d-deep)" transform={`rotate(${lug + turn} 200 156)`} />
      ))}
      <g fill="var(--d-deep)">
        <path d="M206 150 372 -6l14 14L214 158a6 6 0 0 1-8-8z" />
        <path d="M178 170 60 -30l-16 10L170 175a6 6 0 0 0 8-5z" />
      </g>
    </g>
  )
}

const patterns = [
  ['x...x...x...x...', '....x.......x...', 'x.x.x.x.x.x.x.x.', '..........x....x'],
  ['x..x..x...x.x...', '....x..x....x..x', 'xxx.xxx.xxx.xxx.', '......x.......x.'],
  ['x.....x.x.....x.', '....x.......x.x.', '..x...x...x...x.', 'x.......x.......'],
] as const

/** Four voices over sixteen steps. */
export function RhythmGrid({ next }: { next: Chance }) {
  const pattern = patterns[Math.floor(next() * patterns.length)] ?? patterns[0]

  return (
    <g>
      {pattern.flatMap((voice, row) =>
        [...voice].slice(0, 12).map((step, beat) => (
          <circle
            key={`${row}-${beat}`}
            cx={42 + beat * 28.7}
            cy={78 + row * 48}
            r={step === 'x' ? 11.5 : 4}
            fill={step === 'x' ? (row === 0 ? 'var(--d-bold)' : 'var(--d-mark)') : 'var(--d-fine)'}
            fillOpacity={step === 'x' ? 1 : 0.5}
          />
        )),
      )}
    </g>
  )
}
