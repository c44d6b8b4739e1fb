/**
 * The length of a recording, as the browser's own player sees it.
 *
 * @returns seconds; null when the browser cannot tell, or not soon
 */
export function measureInBrowser(file: File, kind: 'video' | 'audio'): Promise<number | null> {
  return new Promise((done) => {
    const player = document.createElement(kind)
    const address = URL.createObjectURL(file)
    const end = (seconds: number | null) => {
      clearTimeout(timer)
      URL.revokeObjectURL(address)
      done(seconds !== null && Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) / 1000 : null)
    }
    const timer = setTimeout(() => end(null), 4000)
    player.preload = 'metadata'
    player.onloadedmetadata = () => end(player.duration)
    player.onerror = () => end(null)
    player.src = address
  })
}
