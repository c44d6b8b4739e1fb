/** A player of another site, as a page may frame it. */
export interface Embed {
  /** As people call the site. */
  site: string
  /** The address inside the frame. */
  frameUrl: string
  /** The address that the school typed, for those who would rather go there. */
  pageUrl: string
  /** Width over height; null for players that have one height at any width. */
  ratio: number | null
  heightPx: number | null
}

/** The only hosts that a page with players may frame; its security policy names them. */
export const embedHosts = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com', 'https://w.soundcloud.com', 'https://open.spotify.com'] as const

const video = { ratio: 16 / 9, heightPx: null }

/**
 * The player behind an address that somebody typed. The address in the frame is put together from the parts that are
 * known, never taken over: what is typed cannot name another host or add anything to it.
 *
 * @returns null for anything but the sites on the list
 * @example
 * embedOf('https://youtu.be/dQw4w9WgXcQ')?.frameUrl // 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'
 */
export function embedOf(address: string): Embed | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null

  const host = url.hostname.replace(/^(www|m)\./, '')
  const frame = Object.hasOwn(sites, host) ? sites[host]?.(url) : null
  return frame ? { ...frame, pageUrl: url.href } : null
}

type Frame = Omit<Embed, 'pageUrl'>

const sites: Record<string, (url: URL) => Frame | null> = {
  'youtube.com': (url) => youtube(url.pathname === '/watch' ? url.searchParams.get('v') : /^\/(?:embed|shorts|live)\/([^/]+)$/.exec(url.pathname)?.[1]),
  'youtube-nocookie.com': (url) => youtube(/^\/embed\/([^/]+)$/.exec(url.pathname)?.[1]),
  'youtu.be': (url) => youtube(url.pathname.slice(1)),
  'vimeo.com': (url) => vimeo(/^\/(\d{1,12})$/.exec(url.pathname)?.[1]),
  'player.vimeo.com': (url) => vimeo(/^\/video\/(\d{1,12})$/.exec(url.pathname)?.[1]),
  'soundcloud.com': (url) => {
    const path = /^\/([\w-]{1,80})\/((?:sets\/)?[\w-]{1,120})$/.exec(url.pathname)
    const track = path ? `https://soundcloud.com/${path[1]}/${path[2]}` : null
    return track ? { site: 'SoundCloud', frameUrl: `https://w.soundcloud.com/player/?url=${encodeURIComponent(track)}&auto_play=false`, ratio: null, heightPx: 166 } : null
  },
  'open.spotify.com': (url) => {
    const path = /^\/(?:intl-[a-z]{2}\/)?(track|album|playlist|episode|show)\/([A-Za-z0-9]{10,40})$/.exec(url.pathname)
    return path ? { site: 'Spotify', frameUrl: `https://open.spotify.com/embed/${path[1]}/${path[2]}`, ratio: null, heightPx: 232 } : null
  },
}

function youtube(id: string | null | undefined): Frame | null {
  return id && /^[\w-]{6,20}$/.test(id) ? { site: 'YouTube', frameUrl: `https://www.youtube-nocookie.com/embed/${id}`, ...video } : null
}

function vimeo(id: string | undefined): Frame | null {
  return id ? { site: 'Vimeo', frameUrl: `https://player.vimeo.com/video/${id}?dnt=1`, ...video } : null
}
