import type { Chance } from '#ui/chance.ts'

/** Which white keys (C is 0) have a black one after them. */
const blackAfter = [true, true, false, true, true, true, false]

type KeysProps = { from: number; count: number; x: number; y: number; width: number; height: number; pressed: number }

function Keys({ from, count, x, y, width, height, pressed }: KeysProps) {
  const keys = Array.from({ length: count }, (_, index) => index)

  return (
    <g>
      {keys.map((key) => (
        <rect
          key={key}
          x={x + key * width}
          y={y}
          width={width}
          height={height}
          rx="3"
          fill={key === pressed ? 'var(--d-mid)' : 'var(--d-pale)'}
          stroke="var(--d-mark)"
          strokeWidth="1.5"
        />
      ))}
      {keys
        .filter((key) => key < count - 1 && blackAfter[(from + key) % 7])
        .map((key) => (
          <path
            key={key}
            d={`M${x + (key + 1) * width - width * 0.3} ${y}h${width * 0.6}v${height * 0.58}a4 4 0 0 1-4 4h${8 - width * 0.6}a4 4 0 0 1-4-4z`}
            fill="var(--d-deep)"
          />
        ))}
    </g>
  )
}

/** Keys from the front, one of them down. */
export function Keyboard({ next }: { next: Chance }) {
  const from = Math.floor(next() * 7)

  return <Keys from={from} count={7} x={39} y={112} width={46} height={230} pressed={1 + Math.floor(next() * 5)} />
}

/** A longer keyboard that crosses the picture. */
export function SlantedKeyboard({ next }: { next: Chance }) {
  const tilt = next() > 0.5 ? -16 : 14

  return (
    <g transform={`rotate(${tilt} 200 150)`}>
      <Keys from={Math.floor(next() * 7)} count={16} x={-90} y={84} width={37} height={140} pressed={5 + Math.floor(next() * 6)} />
      <rect x="-120" y="72" width="660" height="12" fill="var(--d-mark)" />
    </g>
  )
}
