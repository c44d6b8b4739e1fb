import type { Chance } from '#ui/chance.ts'
import { polyline } from '#ui/polyline.ts'

/** Five lines and a few notes that climb them. */
export function Staff({ next }: { next: Chance }) {
  const lines = [-2, -1, 0, 1, 2]
  const bend = (x: number) => 158 + Math.sin(x / 88 + 0.6) * 15
  const wave = (line: number) => polyline(Array.from({ length: 27 }, (_, index) => [index * 16 - 8, bend(index * 16 - 8) + line * 26]))
  const steps = [3, 1, 2, -1, -3].map((step) => step + Math.round(next() * 2 - 1))

  return (
    <g>
      {lines.map((line) => (
        <path key={line} d={wave(line)} fill="none" stroke="var(--d-fine)" strokeWidth="1.75" />
      ))}
      {steps.map((step, index) => {
        const x = 66 + index * 67
        const y = bend(x) + step * 13
        const up = step > -1
        return (
          <g key={index} fill="var(--d-mark)">
            <ellipse cx={x} cy={y} rx="16" ry="11.5" transform={`rotate(-22 ${x} ${y})`} />
            <rect x={up ? x + 12 : x - 15} y={up ? y - 86 : y} width="3.2" height="86" />
          </g>
        )
      })}
    </g>
  )
}

/** The circle of fifths; the seven notes of one key are neighbours on it. */
export function FifthsWheel({ next }: { next: Chance }) {
  const key = Math.floor(next() * 12)
  const spot = (index: number) => {
    const angle = (index / 12) * Math.PI * 2 - Math.PI / 2
    return { x: 200 + Math.cos(angle) * 108, y: 150 + Math.sin(angle) * 108 }
  }
  const scale = Array.from({ length: 7 }, (_, index) => (key + index) % 12)
  const outline = scale.map(spot).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)

  return (
    <g>
      <circle cx="200" cy="150" r="108" fill="none" stroke="var(--d-fine)" strokeWidth="1.5" />
      <path d={`M${outline.join('L')}Z`} fill="var(--d-mid)" stroke="var(--d-mark)" strokeWidth="2" strokeLinejoin="round" />
      {Array.from({ length: 12 }, (_, index) => {
        const { x, y } = spot(index)
        const inKey = scale.includes(index)
        return (
          <circle
            key={index}
            cx={x.toFixed(1)}
            cy={y.toFixed(1)}
            r={index === (key + 1) % 12 ? 19 : inKey ? 14 : 9}
            fill={inKey ? 'var(--d-mark)' : 'var(--d-pale)'}
            stroke="var(--d-mark)"
            strokeWidth="1.5"
          />
        )
      })}
    </g>
  )
}

/** A piece as blocks of time and pitch. */
export function PianoRoll({ next }: { next: Chance }) {
  const lanes = [0, 1, 2, 3, 4, 5, 6]
  let x = 18
  const notes = Array.from({ length: 12 }, () => {
    const width = 22 + Math.floor(next() * 3) * 24
    const note = { x, width, lane: Math.floor(next() * 7) }
    x += width + 8
    return note
  }).filter((note) => note.x < 390)

  return (
    <g>
      {lanes.map((lane) => (
        <path key={lane} d={`M0 ${47 + lane * 34}H400`} stroke="var(--d-fine)" strokeOpacity="0.4" strokeWidth="1.25" />
      ))}
      {notes.map((note) => (
        <g key={note.x}>
          <rect x={note.x} y={35 + note.lane * 34} width={note.width} height="24" rx="6" fill="var(--d-mark)" />
          <rect x={note.x} y={35 + ((note.lane + 3) % 7) * 34} width={note.width * 0.7} height="24" rx="6" fill="var(--d-mid)" />
        </g>
      ))}
    </g>
  )
}
