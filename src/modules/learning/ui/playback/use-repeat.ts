import { useEffect, type RefObject } from 'react'
import { jumpOf, type Passage } from './passage.ts'

/** Repeats a passage while it plays. Looks at every frame: the media element itself tells the time only four times a second, which one hears. */
export function useRepeat(media: RefObject<HTMLMediaElement | null>, passage: Passage, isPlaying: boolean): void {
  useEffect(() => {
    if (!passage.isOn || !isPlaying) return undefined

    let frame = requestAnimationFrame(look)
    function look(): void {
      const element = media.current
      const jump = element && !element.seeking ? jumpOf(passage, element.currentTime) : null
      if (element && jump !== null) element.currentTime = jump
      frame = requestAnimationFrame(look)
    }
    return () => cancelAnimationFrame(frame)
  }, [media, passage, isPlaying])
}
