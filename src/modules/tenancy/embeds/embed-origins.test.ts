import { describe, expect, it } from 'vitest'
import { embedOriginsForm, embedOriginsMax, originOf } from './embed-origins.schema.ts'

describe('sites that may show a school’s courses', () => {
  it.each([
    ['https://www.your-site.com', 'https://www.your-site.com'],
    ['www.your-site.com', 'https://www.your-site.com'],
    ['HTTPS://Www.Your-Site.com/about?x=1#y', 'https://www.your-site.com'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['https://your-site.com:443', 'https://your-site.com'],
    ['https://schule-müller.de', 'https://xn--schule-mller-klb.de'],
  ])('reads %s', (typed, origin) => expect(originOf(typed)).toBe(origin))

  it.each(['', 'nothing', 'https://', 'javascript:alert(1)', 'data:text/html,x', 'https://*.your-site.com', "https://your-site.com'; script-src *", 'https://[::1]', 'ftp://your-site.com'])('takes %j for no site', (typed) => expect(originOf(typed)).toBeNull())

  it('come one on a line, each once, and a line that is none is named', () => {
    expect(embedOriginsForm.parse({ sites: ' www.b.com\r\nhttps://a.com/x, https://www.b.com ' })).toEqual({ sites: ['https://a.com', 'https://www.b.com'] })
    expect(embedOriginsForm.parse({ sites: '' })).toEqual({ sites: [] })
    expect(embedOriginsForm.safeParse({ sites: 'www.b.com\nnothing' }).error?.issues[0]?.message).toBe('“nothing” is no address of a site. It looks like https://www.your-site.com.')
    const many = Array.from({ length: embedOriginsMax + 1 }, (_, index) => `s${index}.com`)
    expect(embedOriginsForm.safeParse({ sites: many.slice(1).join('\n') }).success).toBe(true)
    expect(embedOriginsForm.safeParse({ sites: many.join('\n') }).error?.issues[0]?.message).toBe('Name 20 sites at most.')
  })
})
