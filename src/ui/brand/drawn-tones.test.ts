import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawnTones, inkDrawing } from './drawn-tones.ts'
import { typeDeclarations, typePairs } from './type-pairs.ts'

describe('a drawing without a stylesheet', () => {
  it('has the tones of tokens.css', () => {
    const tokens = readFileSync('src/ui/tokens.css', 'utf8')
    const byDay = tokens.slice(tokens.indexOf('[data-drawn] {'))
    for (const [name, [l, c]] of Object.entries(drawnTones)) expect(byDay).toContain(`--${name}: oklch(${l} ${c} var(--drawn-h));`)
  })

  it('keeps no variable, no class and no style', () => {
    const svg = inkDrawing('<svg class="a" style="--drawn-h:30"><path fill="var(--d-mark)" stroke="var(--brand)"/><path fill="var(--unknown)"/></svg>', { brand: '#96372f' })
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"><path fill="#[0-9a-f]{6}" stroke="#96372f"\/><path fill="#000000"\/><\/svg>$/)
  })
})

describe('a typeface', () => {
  it('is one of ours, whatever word names it', () => {
    const own = Object.keys(typePairs).map((pair) => typeDeclarations(pair))
    expect(new Set(own).size).toBe(own.length)
    for (const word of ['', 'constructor', '};body{display:none', '__proto__']) expect(typeDeclarations(word)).toBe(typeDeclarations('fraunces'))
  })

  it('has its faces in the stylesheet', () => {
    const fonts = readFileSync('src/ui/fonts.css', 'utf8')
    for (const { family } of Object.values(typePairs)) expect(fonts).toContain(`font-family: ${family.split(',')[0]};`)
  })
})
