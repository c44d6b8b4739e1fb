import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { jumpOf, markEnd, markStart, noPassage, pressLoop, type Passage } from './passage.ts'
import { useRepeat } from './use-repeat.ts'
import { playedStretch } from './watch-log.ts'

/** What a person can do with a recording. */
export interface PlaybackControls {
  togglePlay(): void
  /** To a second of the recording. */
  seek(seconds: number): void
  skip(seconds: number): void
  setSpeed(speed: number): void
  setVolume(volume: number): void
  toggleMute(): void
  markStart(at?: number): void
  markEnd(at?: number): void
  pressLoop(): void
  clearPassage(): void
}

/** How a recording stands. */
export interface Playback {
  isPlaying: boolean
  /** It played since the page was opened. */
  hasBegun: boolean
  isWaiting: boolean
  hasFailed: boolean
  seconds: number
  durationSeconds: number
  speed: number
  volume: number
  isMuted: boolean
  passage: Passage
  controls: PlaybackControls
}

export interface PlaybackInput {
  media: RefObject<HTMLMediaElement | null>
  /** What the school knows of the length, until the recording says it itself. */
  durationSeconds: number | null
  resumeSeconds: number
  onPlayed(stretch: { from: number; to: number }): void
  onMoved(seconds: number): void
  /** Playing stopped: a good moment to tell. */
  onRest(): void
}

/** Drives a media element and follows it. The element keeps its own clock; what is shown is a copy of it. */
export function usePlayback(input: PlaybackInput): Playback {
  const { media } = input
  const [state, setState] = useState({ isPlaying: false, hasBegun: false, isWaiting: false, hasFailed: false, seconds: input.resumeSeconds, durationSeconds: input.durationSeconds ?? 0, speed: 1, volume: 1, isMuted: false })
  const [passage, setPassage] = useState(noPassage)
  useRepeat(media, passage, state.isPlaying)
  const look = useRef<{ seconds: number; at: number } | null>(null)

  const follow = useEffectEvent((event: Event) => {
    const element = media.current
    if (!element) return

    measure(element, event.type)
    // A tab in the background has no frames; its passage repeats by this.
    const jump = event.type === 'timeupdate' && !element.seeking ? jumpOf(passage, element.currentTime) : null
    if (jump !== null) element.currentTime = jump
    setState(readState(element, event.type))
    if (event.type === 'pause' || event.type === 'ended') input.onRest()
  })
  const measure = (element: HTMLMediaElement, type: string) => {
    const now = performance.now()
    const last = look.current
    const seconds = element.currentTime
    if (type === 'seeking') look.current = null
    else {
      const stretch = last && playedStretch({ before: last.seconds, after: seconds, speed: element.playbackRate, wallSeconds: (now - last.at) / 1000 })
      if (stretch) input.onPlayed(stretch)
      else if (type === 'seeked' || type === 'pause') input.onMoved(seconds)
      look.current = element.paused || element.seeking ? null : { seconds, at: now }
    }
  }

  useEffect(() => {
    const element = media.current
    if (!element) return undefined

    for (const type of followed) element.addEventListener(type, follow)
    prepare(element, input.resumeSeconds)
    return () => {
      for (const type of followed) element.removeEventListener(type, follow)
    }
    // The element and where it begins are new only with the lesson, and then this is a new player.
  }, [media])

  return { ...state, passage, controls: makeControls(media, setPassage) }
}

const followed = ['timeupdate', 'seeking', 'seeked', 'play', 'playing', 'pause', 'ended', 'waiting', 'canplay', 'durationchange', 'ratechange', 'volumechange', 'error', 'loadedmetadata'] as const

function readState(element: HTMLMediaElement, type: string) {
  const duration = element.duration
  return (before: Omit<Playback, 'passage' | 'controls'>) => ({
    isPlaying: !element.paused && !element.ended,
    hasBegun: before.hasBegun || !element.paused,
    isWaiting: type === 'waiting' ? true : type === 'timeupdate' || type === 'canplay' || type === 'playing' || type === 'pause' ? false : before.isWaiting,
    hasFailed: element.error !== null,
    seconds: element.readyState === 0 && !element.seeking ? before.seconds : element.currentTime,
    durationSeconds: Number.isFinite(duration) && duration > 0 ? duration : before.durationSeconds,
    speed: element.playbackRate,
    volume: element.volume,
    isMuted: element.muted,
  })
}

/** Goes to where it was left. Before the length is known the browser keeps the wish itself. */
function prepare(element: HTMLMediaElement, resumeSeconds: number): void {
  element.preservesPitch = true
  if (resumeSeconds <= 0 || element.currentTime > 0.5) return

  if (element.readyState >= 1) element.currentTime = resumeSeconds
  else element.addEventListener('loadedmetadata', () => void (element.currentTime = resumeSeconds), { once: true })
}

function makeControls(media: RefObject<HTMLMediaElement | null>, setPassage: (change: (passage: Passage) => Passage) => void): PlaybackControls {
  const withElement = (act: (element: HTMLMediaElement) => void) => {
    if (media.current) act(media.current)
  }
  const timeOf = (at: number | undefined) => at ?? media.current?.currentTime ?? 0
  const seek = (seconds: number) => withElement((element) => void (element.currentTime = Math.min(Math.max(0, seconds), element.duration || seconds)))
  return {
    togglePlay: () => withElement((element) => (element.paused ? void element.play().catch(() => {}) : element.pause())),
    seek,
    skip: (seconds) => withElement((element) => seek(element.currentTime + seconds)),
    setSpeed: (speed) => withElement((element) => void (element.playbackRate = speed)),
    setVolume: (volume) => withElement((element) => {
      element.volume = volume
      element.muted = volume === 0
    }),
    toggleMute: () => withElement((element) => void (element.muted = !element.muted)),
    markStart: (at) => setPassage((passage) => markStart(passage, timeOf(at))),
    markEnd: (at) => setPassage((passage) => markEnd(passage, timeOf(at))),
    pressLoop: () => setPassage((passage) => pressLoop(passage, timeOf(undefined))),
    clearPassage: () => setPassage(() => noPassage),
  }
}
