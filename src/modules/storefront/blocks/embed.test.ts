import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embedHosts, embedOf } from './embed.schema.ts'

describe('the player behind an address', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=12', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['https://soundcloud.com/forss/flickermood', 'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fforss%2Fflickermood&auto_play=false'],
    ['https://open.spotify.com/intl-de/album/1DFixLWuPkv3KT3TnV35m3?si=1', 'https://open.spotify.com/embed/album/1DFixLWuPkv3KT3TnV35m3'],
  ])('%s', (address, frameUrl) => expect(embedOf(address)?.frameUrl).toBe(frameUrl))

  it.each([
    'http://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ', 'https://evil.example/?https://youtu.be/dQw4w9WgXcQ',
    'https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ', 'https://youtube.com:8443/watch?v=dQw4w9WgXcQ', 'https://youtu.be/"><script>alert(1)</script>',
    'https://www.youtube.com/redirect?q=https://evil.example', 'https://vimeo.com/../evil', 'javascript:alert(1)', 'data:text/html,hi', 'https://constructor/', 'toString', '',
  ])('is none for %s', (address) => expect(embedOf(address)).toBeNull())

  it('is on a host of the list, whatever is typed after a known beginning', () => {
    const beginnings = ['https://youtu.be/', 'https://www.youtube.com/watch?v=', 'https://vimeo.com/', 'https://soundcloud.com/a/', 'https://open.spotify.com/track/']
    fc.assert(fc.property(fc.constantFrom(...beginnings), fc.string(), (beginning, rest) => {
      const found = embedOf(beginning + rest)
      if (!found) return
      expect(embedHosts).toContain(new URL(found.frameUrl).origin)
      expect(found.frameUrl).not.toMatch(/["'<>\s]/)
    }))
  })
})
