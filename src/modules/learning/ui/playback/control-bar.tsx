import { LoaderCircle, Maximize, Pause, Play, Repeat, RotateCcw, RotateCw, Volume2, VolumeX, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { clockText } from '../clock-text.ts'
import { playerWords } from '../words/player-words.ts'
import type { Playback } from './use-playback.ts'
import { skipSeconds } from './use-player-keys.ts'

const speeds = [0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5] as const

type ControlBarProps = { playback: Playback; onFullscreen: (() => void) | null }

/** Everything one can do with the recording, below its timeline. */
export function ControlBar({ playback, onFullscreen }: ControlBarProps) {
  const words = playerWords()
  const { isPlaying, isWaiting, seconds, durationSeconds, controls, isMuted } = playback
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
      <div className="flex items-center gap-0.5">
        <Press label={isPlaying ? words.pause : words.play} onPress={controls.togglePlay} className="-ml-2">
          <Icon of={isWaiting && isPlaying ? LoaderCircle : isPlaying ? Pause : Play} size="xl" className={isWaiting && isPlaying ? 'animate-spin' : 'fill-current'} />
        </Press>
        <Press label={words.back(skipSeconds)} onPress={() => controls.skip(-skipSeconds)}>
          <Icon of={RotateCcw} />
        </Press>
        <Press label={words.on(skipSeconds)} onPress={() => controls.skip(skipSeconds)}>
          <Icon of={RotateCw} />
        </Press>
        <span className="ml-1.5 whitespace-nowrap tabular-nums">
          <b className="font-semibold">{clockText(seconds)}</b>
          <span className="text-on-stage/65"> / {clockText(durationSeconds)}</span>
        </span>
      </div>
      <div className="flex items-center gap-0.5 max-sm:w-full max-sm:justify-between sm:gap-1.5">
        <LoopControl playback={playback} />
        <SpeedControl playback={playback} />
        <div className="flex items-center">
          <Press label={isMuted ? words.soundOn : words.soundOff} onPress={controls.toggleMute}>
            <Icon of={isMuted ? VolumeX : Volume2} />
          </Press>
          <input
            type="range"
            aria-label={words.volume}
            min={0}
            max={1}
            step={0.05}
            value={isMuted ? 0 : playback.volume}
            onChange={(event) => controls.setVolume(event.currentTarget.valueAsNumber)}
            className="hidden h-8 w-20 cursor-pointer accent-on-stage lg:block"
          />
        </div>
        {onFullscreen ? (
          <Press label={words.fullScreen} onPress={onFullscreen} className="-mr-2">
            <Icon of={Maximize} />
          </Press>
        ) : null}
      </div>
    </div>
  )
}

/** "Loop" marks the start, then the end; then it shows the passage and turns it off and on. */
function LoopControl({ playback: { passage, controls } }: { playback: Playback }) {
  const said = playerWords()
  const { startSeconds, endSeconds, isOn } = passage
  const isSet = startSeconds !== null && endSeconds !== null
  const words = isSet ? said.loopRange(clockText(startSeconds), clockText(endSeconds)) : startSeconds === null ? said.loop : said.fromToHere(clockText(startSeconds))
  return (
    <div className="flex items-center">
      <button
        type="button"
        onClick={controls.pressLoop}
        aria-pressed={isSet ? isOn : undefined}
        title={isSet ? said.repeatOrGoOn : startSeconds === null ? said.marksStart : said.marksEnd}
        className={cn(chip, 'tabular-nums', isOn && 'text-[oklch(0.84_0.1_50)]', startSeconds !== null && !isSet && 'bg-on-stage/15')}
      >
        <Icon of={Repeat} size="sm" />
        {words}
      </button>
      {startSeconds === null ? null : (
        <Press label={said.forgetPassage} onPress={controls.clearPassage} className="size-9">
          <Icon of={X} size="sm" />
        </Press>
      )}
    </div>
  )
}

function SpeedControl({ playback: { speed, controls } }: { playback: Playback }) {
  const words = playerWords()
  return (
    <label className={cn(chip, 'relative pr-2.5')}>
      <span className="sr-only">{words.speedKept}</span>
      <span aria-hidden="true" className="tabular-nums">
        {speed === 1 ? words.speed : `${Math.round(speed * 100)}%`}
        <span className="max-lg:hidden">{speed === 1 ? ' 100%' : words.pitchKept}</span>
      </span>
      <select value={speed} onChange={(event) => controls.setSpeed(Number(event.currentTarget.value))} className="absolute inset-0 cursor-pointer opacity-0">
        {speeds.map((choice) => (
          <option key={choice} value={choice}>
            {Math.round(choice * 100)}%
          </option>
        ))}
      </select>
    </label>
  )
}

const chip = 'inline-flex min-h-11 items-center gap-1.5 whitespace-nowrap rounded-[8px] px-2 hover:bg-on-stage/10 focus-visible:outline-on-stage has-focus-visible:outline-2 has-focus-visible:outline-on-stage sm:px-2.5'

function Press({ label, onPress, children, className }: { label: string; onPress(): void; children: ReactNode; className?: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className={cn('grid size-11 place-items-center rounded-[8px] hover:bg-on-stage/10 focus-visible:outline-on-stage', className)}
    >
      {children}
    </button>
  )
}
