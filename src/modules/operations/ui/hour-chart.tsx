import { Table, type Column } from '#ui/table.tsx'
import { duration, figure, instantLocale } from './figures.ts'
import { installationWords } from './words/installation-words.ts'

export interface HourView {
  /** ISO, in UTC. */
  hour: string
  fast: number
  queue: number
  failed: number
  p95Ms: number | null
}

const clockAt = (at: string | number) => new Date(at).toLocaleTimeString(instantLocale(), { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
/** What a bar is made of, from the ground up. Only what went wrong has a colour. */
const layers = [
  { name: 'fast', word: 'fastPath', bar: 'fill-edge', dot: 'bg-edge' },
  { name: 'queue', word: 'byQueue', bar: 'fill-ink-3', dot: 'bg-ink-3' },
  { name: 'failed', word: 'givenUp', bar: 'fill-bad-fill', dot: 'bg-bad-fill' },
] as const

/** The hours one beside the other: how much came to an end and how, and how long it took. A table with the same figures stands behind it. */
export function HourChart({ hours }: { hours: readonly HourView[] }) {
  const words = installationWords()
  const most = Math.max(...hours.map(total))
  return (
    <div>
      <ul aria-label={words.colours} className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-ink-2">
        {layers.map(({ name, word, dot }) => (
          <li key={name} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-2 rounded-[2px] ${dot}`} />
            {words[word]}
          </li>
        ))}
      </ul>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)_4.5rem] gap-x-3 text-[0.8125rem] text-ink-3 tabular-nums">
        <Amounts hours={hours} most={most} />
        <p className="self-start leading-tight">{most === 0 ? words.nothing : words.hourAtMost(figure(most))}</p>
        <Latencies hours={hours} />
        <HourMarks hours={hours} />
      </div>
      <details className="mt-2">
        <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-ink-2 hover:text-ink">{words.asTable}</summary>
        <Table caption={words.hourByHour} columns={columns()} rows={hours.toReversed()} rowKey={({ hour }) => hour} />
      </details>
    </div>
  )
}

const columns = (): Column<HourView>[] => [
  { key: 'hour', header: installationWords().fromUtc, names: true, cell: ({ hour }) => clockAt(hour) },
  ...layers.map(({ name, word }): Column<HourView> => ({ key: name, header: installationWords()[word], align: 'end', cell: (hour) => figure(hour[name]) })),
  { key: 'p95', header: 'p95', align: 'end', cell: ({ p95Ms }) => (p95Ms === null ? '—' : duration(p95Ms)) },
]

const height = 100
const width = 10

function Amounts({ hours, most }: { hours: readonly HourView[]; most: number }) {
  const scale = most === 0 ? 0 : height / most
  const all = hours.reduce((sum, hour) => sum + total(hour), 0)
  return (
    <svg role="img" aria-label={installationWords().endedInHours(figure(all), hours.length, figure(most))} viewBox={`0 0 ${hours.length * width} ${height}`} preserveAspectRatio="none" className="block h-28 w-full border-b">
      {hours.map((hour, index) => (
        <g key={hour.hour}>
          <title>{inWords(hour)}</title>
          <rect x={index * width} y={0} width={width} height={height} className="fill-transparent hover:fill-sunken" />
          {stack(hour, scale).map(({ name, bar, y, size }) => (
            <rect key={name} x={index * width + 1} y={y} width={width - 2} height={size} className={`pointer-events-none ${bar}`} />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** The bar of an hour. What was given up is few and matters most, so it is never too thin to be seen. */
function stack(hour: HourView, scale: number) {
  const seenMin = 1.5
  let top = height
  return layers.flatMap(({ name, bar }) => {
    if (hour[name] === 0) return []
    const size = Math.max(hour[name] * scale, seenMin)
    top -= size
    return [{ name, bar, y: Math.max(0, top), size }]
  })
}

/** The lines of the lower chart: each is a hundred times the one below or less, as fast and late lie far apart. */
const marks = [
  { ms: 10, label: '10 ms' },
  { ms: 1000, label: '1 s' },
  { ms: 60_000, label: '1 min' },
  { ms: 3_600_000, label: '1 h' },
]

function Latencies({ hours }: { hours: readonly HourView[] }) {
  const slowest = Math.max(...hours.map(({ p95Ms }) => p95Ms ?? 0))
  const shown = marks.slice(0, Math.max(2, marks.findIndex(({ ms }) => ms > slowest) + 1 || marks.length))
  const [low, high] = [Math.log(4), Math.log((shown.at(-1)?.ms ?? 1000) * 1.6)]
  const y = (ms: number) => height - ((Math.min(high, Math.max(low, Math.log(Math.max(ms, 1)))) - low) / (high - low)) * height
  const points = hours.flatMap(({ p95Ms }, index) => (p95Ms === null ? [] : [`${(index + 0.5) * width},${y(p95Ms).toFixed(1)}`]))
  return (
    <>
      <svg role="img" aria-label={installationWords().slowestHour(duration(slowest))} viewBox={`0 0 ${hours.length * width} ${height}`} preserveAspectRatio="none" className="mt-4 block h-20 w-full overflow-visible">
        {shown.map(({ ms }) => (
          <line key={ms} x1={0} x2={hours.length * width} y1={y(ms)} y2={y(ms)} className="stroke-line" vectorEffect="non-scaling-stroke" />
        ))}
        <polyline points={points.join(' ')} className="fill-none stroke-ink-2" strokeWidth={1.75} strokeLinejoin="round" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
      </svg>
      <svg aria-hidden="true" viewBox={`0 0 72 ${height}`} preserveAspectRatio="xMinYMid meet" className="mt-4 h-20 w-[4.5rem] overflow-visible">
        {shown.map(({ ms, label }) => (
          <text key={ms} x={0} y={y(ms)} dominantBaseline="central" className="fill-ink-3 text-[16px]">
            {label}
          </text>
        ))}
      </svg>
    </>
  )
}

/** Every sixth hour by its clock, where its bar begins. */
function HourMarks({ hours }: { hours: readonly HourView[] }) {
  return (
    <div aria-hidden="true" className="mt-2 flex h-5">
      {hours.map(({ hour }) => (
        <span key={hour} className="w-0 flex-1 whitespace-nowrap">
          {new Date(hour).getUTCHours() % 6 === 0 ? clockAt(hour) : null}
        </span>
      ))}
    </div>
  )
}

function total({ fast, queue, failed }: HourView): number {
  return fast + queue + failed
}

function inWords(hour: HourView): string {
  const words = installationWords()
  const took = hour.p95Ms === null ? '' : words.hourTook(duration(hour.p95Ms))
  return `${clockAt(hour.hour)}–${clockAt(new Date(hour.hour).getTime() + 3_600_000)} UTC: ${words.hourDid(figure(hour.fast), figure(hour.queue), figure(hour.failed))}${took}`
}
