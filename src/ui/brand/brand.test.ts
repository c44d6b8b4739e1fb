import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { brandStyle } from './brand-style.ts'
import { brandTokens, defaultBrand, neutrals, type BrandTokens, type Theme } from './brand-tokens.ts'
import { faces, neutralsOf, toneDeclarations, type FaceName } from './faces.ts'
import { contrast, css, readColour, type Colour } from './contrast.ts'

const themes: Theme[] = ['light', 'dark']
const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)

describe('any brand colour', () => {
  it.each(themes)('is readable wherever %s puts text on it or it on a ground', (theme) => {
    fc.assert(
      fc.property(hex, (brand) => {
        for (const [pair, ratio] of textPairs(brandTokens(brand, theme), theme)) {
          expect(ratio, `${brand} ${theme}: ${pair}`).toBeGreaterThanOrEqual(4.5)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each(themes)('can be told from every ground in %s when it fills a shape', (theme) => {
    fc.assert(
      fc.property(hex, (brand) => {
        const { paper, raised, sunken } = neutrals[theme]
        for (const ground of [paper, raised, sunken]) {
          expect(contrast(brandTokens(brand, theme).brand, ground)).toBeGreaterThanOrEqual(3)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps its hue while it is nudged', () => {
    fc.assert(
      fc.property(hex, (brand) => {
        const given = readColour(brand)
        const worn = brandTokens(brand, 'light').brand
        if (!given || given.c < 0.03 || worn.c < 0.03) return

        const apart = Math.abs(given.h - worn.h)
        expect(Math.min(apart, 360 - apart)).toBeLessThan(12)
      }),
    )
  })

  it('never lets the given text into the stylesheet', () => {
    fc.assert(
      fc.property(fc.string(), (brand) => {
        expect(brandStyle(`${brand}</style>`)).not.toContain('<')
      }),
      { examples: [['/0A'], ['red;}body{display:none']] },
    )
  })

  it('falls back to the default when it is no colour', () => {
    for (const text of ['', 'not a colour', '/0A', 'oklch(', '#12']) {
      expect(brandStyle(text), text).toBe(brandStyle(defaultBrand))
    }
  })

  it('computes numbers from colours with parts left out', () => {
    for (const text of ['oklch(0.5 0.1 none)', 'oklch(none none none)', 'lab(50% none 20)', 'transparent', 'white', 'black']) {
      expect(brandStyle(text), text).not.toMatch(/NaN|undefined|none/)
    }
  })
})

describe('tokens.css', () => {
  it.each(themes)('says in %s what the brand computes', (theme) => {
    const written = readTokens(theme)
    const computed = { ...neutrals[theme], ...brandTokens(defaultBrand, theme) }

    for (const [name, colour] of Object.entries(computed)) {
      expect(css(written(name)), `--${name}`).toBe(css(colour))
    }
  })

  it.each(themes)('has AA for every neutral and status text in %s', (theme) => {
    const token = readTokens(theme)
    const pairs = [
      ...['ink', 'ink-2', 'ink-3', 'good', 'warn', 'bad'].flatMap((ink) =>
        ['paper', 'raised', 'sunken'].map((ground) => [ink, ground] as const),
      ),
      ...['good', 'warn', 'bad'].flatMap((tone) => [[tone, `${tone}-tint`], ['ink', `${tone}-tint`], ['ink-2', `${tone}-tint`]] as const),
      ['on-bad', 'bad-fill'] as const,
      ['on-bad', 'bad-fill-hover'] as const,
      ['on-stage', 'stage'] as const,
    ]

    for (const [ink, ground] of pairs) {
      expect(contrast(token(ink), token(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const ground of ['paper', 'raised', 'sunken']) {
      expect(contrast(token('field'), token(ground)), `field on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  })

  it('is as dark by the device as by choice', () => {
    expect(block('prefers-color-scheme: dark').replace(/\s+/g, ' ')).toBe(block("[data-theme='dark'] {").replace(/\s+/g, ' '))
  })
})

describe('a face', () => {
  const every = (Object.keys(faces) as FaceName[]).flatMap((face) => themes.map((theme) => [face, theme] as const))

  it.each(every)('%s in %s is readable in every ink, for any brand and for what is good or bad', (face, theme) => {
    const grounds = neutralsOf(face, theme)
    const status = readTokens(theme)
    for (const ground of [grounds.paper, grounds.raised, grounds.sunken]) {
      for (const ink of [grounds.ink, grounds['ink-2'], grounds['ink-3'], ...['good', 'warn', 'bad'].map(status)]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
      for (const tint of ['good-tint', 'warn-tint', 'bad-tint'].map(status)) expect(contrast(grounds['ink-2'], tint)).toBeGreaterThanOrEqual(4.5)
      const tones = faces[face].tones
      if (tones) expect(contrast(tones[theme].field, ground)).toBeGreaterThanOrEqual(3)
    }
    fc.assert(fc.property(hex, (brand) => {
      const tokens = brandTokens(brand, theme, grounds)
      for (const ground of [grounds.paper, grounds.raised, grounds.sunken]) {
        expect(contrast(tokens['brand-strong'], ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(tokens.brand, ground)).toBeGreaterThanOrEqual(3)
      }
      expect(contrast(tokens['on-brand'], tokens.brand)).toBeGreaterThanOrEqual(4.5)
      for (const ink of ['ink', 'ink-2'] as const) expect(contrast(grounds[ink], tokens['brand-tint'])).toBeGreaterThanOrEqual(4.5)
    }), { numRuns: 60 })
  })

  it('stands on grounds and corners of its own', () => {
    const names = Object.keys(faces) as FaceName[]
    for (const theme of themes) expect(new Set(names.map((face) => toneDeclarations(face, theme))).size).toBe(names.length)
    expect(new Set(names.map((face) => brandStyle(defaultBrand, 'fraunces', face))).size).toBe(names.length)
  })
})

function textPairs(tokens: BrandTokens, theme: Theme): [string, number][] {
  const { paper, raised, sunken, ink, 'ink-2': ink2 } = neutrals[theme]
  const grounds: [string, Colour][] = Object.entries({ paper, raised, sunken, tint: tokens['brand-tint'] })

  return [
    ['on-brand/brand', contrast(tokens['on-brand'], tokens.brand)],
    ['on-brand/brand-hover', contrast(tokens['on-brand'], tokens['brand-hover'])],
    ['ink/tint', contrast(ink, tokens['brand-tint'])],
    ['ink-2/tint', contrast(ink2, tokens['brand-tint'])],
    ...grounds.map(([name, ground]): [string, number] => [`strong/${name}`, contrast(tokens['brand-strong'], ground)]),
  ]
}

function block(start: string): string {
  const sheet = readFileSync(fileURLToPath(new URL('../tokens.css', import.meta.url)), 'utf8')
  const from = sheet.indexOf('color-scheme', sheet.indexOf(start) + start.length)

  return sheet.slice(from, sheet.indexOf('}', from)).trim()
}

function readTokens(theme: Theme): (name: string) => Colour {
  const text = block(theme === 'light' ? ':root {' : "[data-theme='dark'] {")

  return (name) => {
    const value = new RegExp(`--${name}: (oklch[^;]+);`).exec(text)?.[1]
    const colour = value ? readColour(value) : null
    if (!colour) throw new Error(`tokens.css has no colour --${name} in ${theme}`)

    return colour
  }
}
