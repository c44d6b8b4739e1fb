import { CloudOff, Play, RotateCw } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import type { PlayerLesson, PlayerMedia } from '../../player/player.schema.ts'
import { playerWords } from '../words/player-words.ts'
import { ControlBar } from './control-bar.tsx'
import { Timeline } from './timeline.tsx'
import { usePlayback, type Playback, type PlaybackInput } from './use-playback.ts'
import { usePlayerKeys } from './use-player-keys.ts'
import { useWaveform } from './use-waveform.ts'

type StageProps = Pick<PlaybackInput, 'onPlayed' | 'onMoved' | 'onRest'> & {
  lesson: PlayerLesson
  media: PlayerMedia
  /** What stands behind a recording without pictures. */
  cover: ReactNode
  /** The recording on the page's own origin, to be drawn as a waveform; null when it is too large for that. */
  waveformSrc: string | null
  /** The link to the recording may have expired: asks for a new one. */
  onRetry(): void
}

/**
 * A recording on a dark stage. As it comes from the server it has the browser's own controls, which work without
 * script; once the script is there, ours take their place.
 */
export function Stage({ lesson, media, cover, waveformSrc, onRetry, ...tell }: StageProps) {
  const frame = useRef<HTMLDivElement>(null)
  const element = useRef<HTMLMediaElement>(null)
  // A revalidation signs new links; changing the address would begin the recording anew.
  const [src] = useState(media.src)
  const isOurs = useIsHydrated()
  const playback = usePlayback({ media: element, durationSeconds: lesson.durationSeconds, resumeSeconds: lesson.resumeSeconds, ...tell })
  const peaks = useWaveform(waveformSrc)
  const { toggle, isPossible } = useFullscreen(frame)
  usePlayerKeys(playback.controls, toggle)
  const isVideo = media.kind === 'video'

  return (
    <div ref={frame} role="group" aria-label={playerWords().player} className="group/stage flex flex-col overflow-hidden bg-stage text-on-stage sm:rounded-[14px] [&:fullscreen]:rounded-none">
      {isVideo ? (
        <Picture playback={playback} isOurs={isOurs}>
          {/* eslint-disable-next-line jsx-a11y/media-has-caption -- what a school uploads has no captions of its own; the lesson's text stands below */}
          <video ref={element as RefObject<HTMLVideoElement | null>} src={withStart(src, lesson.resumeSeconds)} controls={!isOurs} playsInline preload="metadata" aria-label={lesson.title} className="block size-full object-contain" />
        </Picture>
      ) : (
        // The stage is dark in both themes, and so is what stands on it.
        <div data-theme="dark" className="relative aspect-[16/6] overflow-hidden max-sm:aspect-[16/8]">
          {cover}
        </div>
      )}
      {isVideo ? null : (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- as above
        <audio ref={element as RefObject<HTMLAudioElement | null>} src={withStart(src, lesson.resumeSeconds)} controls={!isOurs} preload="metadata" aria-label={lesson.title} className={cn('w-full', isOurs ? 'hidden' : 'p-4')} />
      )}
      {playback.hasFailed ? <Failed onRetry={onRetry} /> : null}
      {isOurs ? (
        <div className="bg-[oklch(0.12_0.01_40)] px-4 pb-2 pt-3 sm:px-[18px]">
          <Timeline playback={playback} peaks={peaks} isTall={!isVideo} />
          <ControlBar playback={playback} onFullscreen={isVideo && isPossible ? toggle : null} />
        </div>
      ) : null}
    </div>
  )
}

/** Without script the browser itself goes to where the lesson was left. */
function withStart(src: string, seconds: number): string {
  return seconds > 0 ? `${src}#t=${Math.floor(seconds)}` : src
}

function Picture({ playback, isOurs, children }: { playback: Playback; isOurs: boolean; children: ReactNode }) {
  const { controls } = playback
  return (
    <div className="relative aspect-video min-h-0 flex-1 group-[:fullscreen]/stage:aspect-auto lg:max-h-[max(300px,calc(100dvh-340px))] lg:w-full lg:group-[:fullscreen]/stage:max-h-none">
      {children}
      {isOurs ? (
        <button type="button" tabIndex={-1} aria-hidden="true" onClick={controls.togglePlay} onDoubleClick={(event) => event.preventDefault()} className="absolute inset-0 grid cursor-pointer place-items-center">
          {playback.hasBegun || playback.hasFailed ? null : (
            <span className="grid place-items-center rounded-full bg-[oklch(0.12_0.01_40/0.78)] p-4 text-on-stage">
              <Icon of={Play} className="size-8 translate-x-0.5 fill-current" />
            </span>
          )}
        </button>
      ) : null}
    </div>
  )
}

function Failed({ onRetry }: { onRetry(): void }) {
  const words = playerWords()
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 bg-[oklch(0.2_0.02_40)] px-[18px] py-3 text-sm">
      <Icon of={CloudOff} />
      <span className="min-w-0 flex-1">{words.notArrived}</span>
      <button type="button" onClick={onRetry} className="touch inline-flex items-center gap-1.5 font-medium underline underline-offset-4">
        <Icon of={RotateCw} size="sm" />
        {words.tryAgain}
      </button>
    </div>
  )
}

function useIsHydrated(): boolean {
  const [isHydrated, setIsHydrated] = useState(false)
  useEffect(() => setIsHydrated(true), [])
  return isHydrated
}

function useFullscreen(frame: RefObject<HTMLDivElement | null>) {
  const [isPossible, setIsPossible] = useState(false)
  useEffect(() => setIsPossible(document.fullscreenEnabled || 'webkitEnterFullscreen' in HTMLVideoElement.prototype), [])
  const toggle = () => {
    const video = frame.current?.querySelector('video') as (HTMLVideoElement & { webkitEnterFullscreen?: () => void }) | null | undefined
    if (document.fullscreenElement) void document.exitFullscreen()
    // A phone of Apple's shows only the video itself on the full screen.
    else if (document.fullscreenEnabled) void frame.current?.requestFullscreen().catch(() => {})
    else video?.webkitEnterFullscreen?.()
  }
  return { toggle, isPossible }
}
