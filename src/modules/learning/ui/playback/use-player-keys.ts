import { useEffect, useEffectEvent } from 'react'
import type { PlaybackControls } from './use-playback.ts'

/** Seconds that one press of an arrow goes. */
export const skipSeconds = 5

/** The keys of the player, wherever the focus is, except where keys are for writing or for another control. */
export function usePlayerKeys(controls: PlaybackControls, toggleFullscreen: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isBusy(event)) return

    const act = keyActs(controls, toggleFullscreen)[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function keyActs(controls: PlaybackControls, toggleFullscreen: () => void): Record<string, () => void> {
  return {
    ' ': controls.togglePlay,
    k: controls.togglePlay,
    ArrowLeft: () => controls.skip(-skipSeconds),
    ArrowRight: () => controls.skip(skipSeconds),
    l: controls.pressLoop,
    '[': () => controls.markStart(),
    ']': () => controls.markEnd(),
    m: controls.toggleMute,
    f: toggleFullscreen,
  }
}

/** Space presses buttons and opens menus, arrows move sliders and choices: those keep their keys. */
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof Element)) return false
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="slider"], dialog')) return true
  return event.key === ' ' && target.closest('button, a, summary') !== null
}
