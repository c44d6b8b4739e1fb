import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { CourseCard } from '#modules/catalog/ui/public-pages.schema.ts'
import { newBlock } from '#modules/storefront/blocks/arrange.ts'
import { blockKinds, layoutsOf, type Block, type BlockKind } from '#modules/storefront/blocks/blocks.schema.ts'
import { startingPage } from '#modules/storefront/blocks/starting-page.ts'
import type { Front } from './block-view.tsx'
import { StorefrontView } from './storefront-view.tsx'

const words = { preset: 'music-school', heroTitle: 'Learn an instrument from people who play one.', heroText: '', aboutHtml: '<p>A school.</p>' }
const card: CourseCard = {
  id: 'piano', slug: 'piano-from-the-first-note', title: 'Piano from the first note', summary: 'Twelve weeks.', subject: 'piano', teacherName: 'Inês Duarte', lessonCount: 2,
  price: { kind: 'paid', cents: 8900, currency: 'EUR' },
}
const cards = (count: number) => Array.from({ length: count }, (_, index) => ({ ...card, id: `c${index}`, slug: `c${index}` }))
const grace = { name: 'Grace Lin', role: 'student' } as const
const kevin = { name: 'Kevin Moreira', role: 'owner' } as const
const ines = { id: 't', name: 'Inês Duarte', title: 'Piano, jazz', bio: 'Plays at the Hot Clube.', kind: 'Teacher', facts: [{ label: 'years teaching', value: '12' }] }
const picture = '0190a0de-0000-7000-8000-00000000abcd'

function front(more: Partial<Omit<Front, 'page' | 'timeZone'>> & { viewer?: Front['page']['viewer']; nonce?: string; locale?: string; timeZone?: string } = {}): Front {
  const { viewer = null, nonce, locale = 'en', timeZone = 'Europe/Lisbon', ...rest } = more
  const school = { name: 'Melody', slug: 'melody', preset: 'music-school', tagline: 'A music school.', heroTitle: null, heroText: null, currency: 'EUR', locale, brand: '#96372f' }
  const courses = rest.courses ?? []
  return { page: { school, base: '/s/melody', viewer, ...(nonce ? { nonce } : {}) }, timeZone, blocks: startingPage(words), courses, courseCount: courses.length, products: [], productCount: rest.products?.length ?? 0, people: [], pictures: {}, ...rest }
}

const products: Front['products'] = [1, 2, 3, 4].map((number) => ({
  id: `p${number}`, slug: `p${number}`, title: `Beat ${number}`, summary: 'Late drums.', kind: number === 4 ? 'download' : 'beat', price: number === 3 ? { kind: 'none' } : { kind: 'paid', cents: 2400, currency: 'EUR' }, isFrom: number < 3, isSold: number === 3, isOwn: false,
  music: number === 4 ? null : { bpm: 84, musicalKey: 'Am', tags: ['late'], peaks: [20, 90, 40], previewHref: '/preview', previewSeconds: 23 },
}))

const html = (node: ReactNode) => renderToStaticMarkup(node)
const shown = (more?: Parameters<typeof front>[0]) => html(<StorefrontView {...front(more)} />)

const rows = [
  { id: '1', day: 7, start: '10:00', minutes: 90, title: 'Choir', who: 'Inês Duarte', place: 'The hall', translations: {} },
  { id: '2', day: 2, start: '18:30', minutes: 60, title: 'Cello', who: '', place: '', translations: {} },
  { id: '3', day: 2, start: '09:00', minutes: 45, title: 'Recorders', who: '', place: '', translations: {} },
  { id: '4', day: 4, start: '23:30', minutes: 60, title: 'Night music', who: '', place: '', translations: {} },
]

/** A block of a kind with something in it. */
function filled(kind: BlockKind, layout: string): Block {
  const more = {
    title: `The ${kind}`, text: 'A sentence.', html: '<p>Said <a href="https://a.example">there</a>.</p>', picture, pictureAlt: 'A grand piano', address: 'https://youtu.be/dQw4w9WgXcQ',
    items: kind === 'gallery' ? [{ fileId: picture, alt: 'The hall', caption: '' }] : kind === 'schedule' ? rows : [{ quote: 'It was fun.', name: 'Grace', about: '' }, { quote: 'Twice.', name: 'Ann', about: 'Cello' }],
  }
  const block = newBlock(kind, kind)
  return { ...block, ...Object.fromEntries(Object.entries(more).filter(([name]) => name in block)), layout } as Block
}

describe('a first page that nobody arranged', () => {
  it.each([0, 1, 2, 3, 60])('stands with %i courses', (count) => {
    const page = shown({ courses: cards(count) })

    expect(page.match(/<article/g)?.length ?? 0).toBe(Math.min(count, 6))
    expect(page.includes('The first course is being prepared')).toBe(count === 0)
    expect(page.includes(`All ${count} courses`)).toBe(count > 6)
  })

  it('keeps every link of the school under its base', () => {
    const links = [...shown({ courses: cards(3) }).matchAll(/href="([^"#]+)"/g)].map((match) => match[1])

    expect(links.length).toBeGreaterThan(5)
    for (const link of links) expect(link).toMatch(/^\/s\/melody/)
  })

  it('asks strangers to sign in and shows others the way to their courses', () => {
    const student = shown({ viewer: grace })

    expect(shown()).toContain('Sign in')
    expect(student).toContain('Go to my courses')
    expect(student).not.toContain('>Studio<')
    expect(shown({ viewer: kevin })).toContain('>Studio<')
  })

  it('leads to its teachers itself, and only where there are any', () => {
    expect(shown({ people: [ines] })).toMatch(/<a href="#teachers"[^>]*>1 teacher</)
    expect(shown({ people: [ines] })).toContain('id="teachers"')
    expect(shown()).not.toContain('#teachers')
  })

  it('carries the nonce on its one style element', () => {
    expect(shown({ nonce: 'abc' })).toContain('<style nonce="abc">[data-tenant]{--brand:')
  })
})

describe('a block', () => {
  const every = blockKinds.flatMap((kind) => layoutsOf(kind).map((layout) => [kind, layout] as const))

  it.each(every)('%s laid out as %s shows what it holds, under one first heading, without script', (kind, layout) => {
    const page = shown({ blocks: [filled(kind, layout)], courses: cards(4), products, people: [ines], pictures: { [picture]: 'http://files.example/p' } })

    expect(page).toContain(`The ${kind}`)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).not.toMatch(/<script|onclick|javascript:/i)
    if (kind === 'hero' || kind === 'about') expect(page).toContain('alt="A grand piano"')
    if (kind === 'testimonials') expect(page).toContain('It was fun.')
    if (kind === 'people') expect(page).toContain('Inês Duarte')
    if (kind === 'courses') expect(page.match(/href="\/s\/melody\/courses\/c\d"/g)).toHaveLength(4)
    if (kind === 'products') {
      expect(page.match(/href="\/s\/melody\/products\/p\d"/g)).toHaveLength(4)
      expect(page).toContain('84 BPM · A minor')
      expect(page).toContain('>Sold<')
    }
    if (kind === 'contact') expect(page).toContain('action="/s/melody/contact"')
    if (kind === 'embed') expect(page).toMatch(/<details[^>]*>.*<iframe src="https:\/\/www.youtube-nocookie.com\/embed\/dQw4w9WgXcQ"[^>]*loading="lazy"/s)
  })

  it.each(blockKinds.flatMap((kind) => {
    const layouts = layoutsOf(kind)
    return layouts.flatMap((one, index) => layouts.slice(index + 1).map((other) => [kind, one, other] as const))
  }))('%s differs between %s and %s', (kind, one, other) => {
    const page = (layout: string) => shown({ blocks: [filled(kind, layout)], courses: cards(4), products, people: [ines], pictures: { [picture]: 'http://files.example/p' } })
    expect(page(one)).not.toBe(page(other))
  })

  it.each(['about', 'people', 'schedule', 'testimonials', 'text', 'gallery', 'embed', 'products'] as const)('%s with nothing in it is not shown', (kind) => {
    expect(shown({ blocks: [newBlock(kind, kind)] })).not.toContain('<section')
  })

  it('a second of its kind has an id of its own, and no second first heading', () => {
    const page = shown({ blocks: [filled('hero', 'beside'), { ...filled('hero', 'type'), id: 'two' }, filled('text', 'narrow'), { ...filled('text', 'band'), id: 'three' }] })

    expect([...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['hero', 'hero-2', 'text', 'text-2'])
    expect(page.match(/<h1/g)).toHaveLength(1)
  })

  it.each(['week', 'days'])('a timetable laid out as %s stands by day and time, in the order and the hours of its readers, and says in which zone', (layout) => {
    const page = (locale: string) => shown({ blocks: [filled('schedule', layout)], locale }).replace(/[\u2009\u202f]/g, ' ')
    const days = (locale: string) => [...page(locale).matchAll(/<h3[^>]*>(\w+)</g)].map(([, day]) => day)

    expect(days('en-GB')).toEqual(['Tuesday', 'Thursday', 'Sunday'])
    expect(days('en-US')).toEqual(['Sunday', 'Tuesday', 'Thursday'])
    expect([...page('en-GB').matchAll(/<time dateTime="([\d:]+)"[^>]*>([^<]+)</g)].map(([, start, span]) => [start, span])).toEqual([['09:00', '09:00–09:45'], ['18:30', '18:30–19:30'], ['23:30', '23:30–00:30'], ['10:00', '10:00–11:30']])
    expect(page('en-US')).toContain('>9:00 – 9:45 AM<')
    expect(page('en-US')).toContain('>11:30 PM – 12:30 AM<')
    expect(page('en-GB')).toContain('Time zone: Western European Time')
    expect(page('en-GB')).not.toMatch(/<button|<form/)
  })

  it('a timetable without a heading has the one of its kind of school', () => {
    expect(shown({ blocks: [{ ...filled('schedule', 'week'), title: '' } as Block] })).toMatch(/<section id="timetable"[^>]*>.*<h2[^>]*>Timetable</s)
  })

  it('promises no form where there is none', () => {
    const hero = { ...newBlock('hero', 'hero'), action: 'contact' } as Block

    expect(shown({ blocks: [hero] })).not.toContain('Write to us')
    expect(shown({ blocks: [hero, newBlock('contact', 'contact')] })).toContain('href="#contact"')
  })

  it('shows as many products as it is told, and leads to all of them', () => {
    const page = shown({ blocks: [{ ...newBlock('products', 'products'), most: 3 } as Block], products, productCount: 9 })

    expect(page.match(/<article/g)).toHaveLength(3)
    expect(page).toContain('All 9 products')
  })

  it('shows the courses of one subject, and leads to all of them', () => {
    const blocks = [{ ...newBlock('courses', 'courses'), subject: 'guitar', most: 3 } as Block]
    const courses = [...cards(2), ...cards(5).map((each) => ({ ...each, id: `g${each.id}`, slug: `g${each.slug}`, subject: 'guitar' }))]
    const page = shown({ blocks, courses })

    expect([...page.matchAll(/courses\/(\w+)"/g)].map(([, slug]) => slug)).toEqual(['gc0', 'gc1', 'gc2'])
    expect(page).toContain('All 5 courses')
    expect(page).toContain('/s/melody/courses?subject=guitar')
  })
})
