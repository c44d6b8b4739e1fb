import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { cn } from '#ui/class-names.ts'
import { clockText, spokenTime } from '../clock-text.ts'
import { playerWords } from '../words/player-words.ts'
import { skipSeconds } from './use-player-keys.ts'
import type { Playback } from './use-playback.ts'

type TimelineProps = { playback: Playback; peaks: readonly number[] | null; isTall?: boolean }

/** Where playing stands in the recording, and the passage that repeats. A native slider lies over the drawing. */
export function Timeline({ playback, peaks, isTall }: TimelineProps) {
  const words = playerWords()
  const { seconds, durationSeconds, controls } = playback
  const ground = useRef<HTMLDivElement>(null)
  const share = durationSeconds > 0 ? Math.min(1, seconds / durationSeconds) : 0

  return (
    <div ref={ground} className={cn('relative w-full touch-none select-none', peaks ? (isTall ? 'h-32' : 'h-[54px]') : isTall ? 'h-24' : 'h-8')}>
      <PassageGround playback={playback} />
      {peaks ? <Waveform peaks={peaks} share={share} isTall={isTall} /> : <PlainBar share={share} />}
      <span aria-hidden="true" className="pointer-events-none absolute top-1/2 size-3 -translate-x-1/2 -translate-y-1/2 rounded-full bg-on-stage shadow-[0_0_0_3px_oklch(0_0_0/0.35)]" style={{ left: `${share * 100}%` }} />
      <input
        type="range"
        aria-label={words.position}
        aria-valuetext={words.timeOf(spokenTime(seconds), spokenTime(durationSeconds))}
        min={0}
        max={durationSeconds || 1}
        step="any"
        value={Math.min(seconds, durationSeconds || seconds)}
        onChange={(event) => controls.seek(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => moveByKeys(event, controls.skip)}
        className="peer absolute inset-0 size-full cursor-pointer appearance-none bg-transparent opacity-0"
      />
      <span aria-hidden="true" className="pointer-events-none absolute -inset-1 rounded-[8px] outline-on-stage peer-focus-visible:outline-2" />
      <PassageEdges playback={playback} ground={ground} />
    </div>
  )
}

function moveByKeys(event: KeyboardEvent, skip: (seconds: number) => void): void {
  const steps: Record<string, number> = { ArrowLeft: -skipSeconds, ArrowDown: -skipSeconds, ArrowRight: skipSeconds, ArrowUp: skipSeconds, PageUp: 30, PageDown: -30 }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  skip(step)
}

function PlainBar({ share }: { share: number }) {
  return (
    <div aria-hidden="true" className="absolute inset-x-0 top-1/2 h-1.5 -translate-y-1/2 overflow-hidden rounded-full bg-on-stage/25">
      <div className="h-full rounded-full bg-on-stage" style={{ width: `${share * 100}%` }} />
    </div>
  )
}

const [wide, high] = [900, 54]

function Waveform({ peaks, share, isTall }: { peaks: readonly number[]; share: number; isTall?: boolean }) {
  const id = useId()
  const step = wide / peaks.length
  const bars = peaks.map((peak, index) => {
    const half = Math.max(1, peak * (high / 2 - 3))
    const x = ((index + 0.5) * step).toFixed(1)
    return `M${x} ${(high / 2 - half).toFixed(1)}V${(high / 2 + half).toFixed(1)}`
  }).join('')
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${wide} ${high}`} preserveAspectRatio="none" className="absolute inset-0 size-full animate-fade text-on-stage">
      <clipPath id={id}>
        <rect width={share * wide} height={high} />
      </clipPath>
      <g stroke="currentColor" strokeWidth={isTall ? 3 : 2.5} strokeLinecap="round" vectorEffect="non-scaling-stroke">
        <path d={bars} opacity="0.38" />
        <path d={bars} clipPath={`url(#${id})`} />
      </g>
    </svg>
  )
}

function PassageGround({ playback: { passage, durationSeconds } }: { playback: Playback }) {
  const { startSeconds, endSeconds, isOn } = passage
  if (startSeconds === null || endSeconds === null || durationSeconds <= 0) return null

  const left = (startSeconds / durationSeconds) * 100
  return (
    <div
      aria-hidden="true"
      className={cn('absolute inset-y-0 rounded-[5px]', isOn ? 'bg-[oklch(0.72_0.13_40/0.3)]' : 'bg-on-stage/10')}
      style={{ left: `${left}%`, width: `${(endSeconds / durationSeconds) * 100 - left}%` }}
    />
  )
}

function PassageEdges({ playback, ground }: { playback: Playback; ground: React.RefObject<HTMLDivElement | null> }) {
  const words = playerWords()
  const { passage, controls } = playback
  return (
    <>
      {passage.startSeconds === null ? null : <Edge label={words.passageStart} seconds={passage.startSeconds} playback={playback} ground={ground} move={controls.markStart} />}
      {passage.endSeconds === null ? null : <Edge label={words.passageEnd} seconds={passage.endSeconds} playback={playback} ground={ground} move={controls.markEnd} />}
    </>
  )
}

type EdgeProps = { label: string; seconds: number; playback: Playback; ground: React.RefObject<HTMLDivElement | null>; move(at: number): void }

/** An edge of the passage: drag it, or move it by half a second with the arrow keys. */
function Edge({ label, seconds, playback, ground, move }: EdgeProps) {
  const { durationSeconds } = playback
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const box = ground.current?.getBoundingClientRect()
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    move(Math.min(Math.max(0, (event.clientX - box.left) / box.width), 1) * durationSeconds)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -0.5, ArrowRight: 0.5 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    move(Math.min(Math.max(0, seconds + step), durationSeconds))
  }

  return (
    <button
      type="button"
      role="slider"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationSeconds)}
      aria-valuenow={Math.round(seconds)}
      aria-valuetext={clockText(seconds)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
      className="absolute inset-y-0 w-6 -translate-x-1/2 cursor-ew-resize focus-visible:outline-2 focus-visible:outline-on-stage"
      style={{ left: `${durationSeconds > 0 ? (seconds / durationSeconds) * 100 : 0}%` }}
    >
      <span aria-hidden="true" className="mx-auto block h-full w-[3px] rounded-full bg-[oklch(0.78_0.12_40)]" />
    </button>
  )
}
