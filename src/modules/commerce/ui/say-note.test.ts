import { describe, expect, it } from 'vitest'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { noteSentences } from '../orders/note-sentences.ts'
import { sayNote } from './say-note.ts'

const parts = ['mei@test.example', 'SPRING25', '€12.25', '€49.00']
const written = Object.values(noteSentences).map((sentence) => (typeof sentence === 'string' ? sentence : (sentence as (...parts: string[]) => string)(...parts)))

describe('a line of an order’s timeline', () => {
  it('is in English what was written, and in German every one of them is German and keeps its values', () => {
    expect(written.map(sayNote)).toEqual(written)
    const german = inLocale('de-DE', () => written.map(sayNote))
    expect(german.filter((said, index) => said === written[index])).toEqual([])
    for (const [index, line] of written.entries()) for (const part of parts) if (line.includes(part)) expect(german[index]).toContain(part)
  })

  it('is not taken for another one by what somebody wrote into it, and stays as it is where nobody knows it', () => {
    const say = (line: string) => inLocale('de-DE', () => sayNote(line))
    expect(say('Refund asked for: it took 3 tries\nand more')).toBe('Rückzahlung veranlasst: it took 3 tries\nand more')
    expect(say('The refund failed: no reason given')).toBe('Die Rückzahlung ist gescheitert: ohne Angabe von Gründen')
    expect(say('Something of long ago')).toBe('Something of long ago')
  })
})
