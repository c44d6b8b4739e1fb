import { afterEach, describe, expect, it } from 'vitest'
import { faultWords } from '../errors/words/fault-words.ts'
import { counting } from './counting.ts'
import { inLocale } from './in-locale.ts'
import { directionOf, languageOf } from './languages.ts'
import { currentLanguage, currentLocale } from './locale.ts'

const later = () => new Promise((done) => setTimeout(done, 1))

describe('the language of an answer', () => {
  afterEach(() => expect(currentLocale()).toBe('en'))

  it('never leaks into another that is made at the same time', async () => {
    const answers = Array.from({ length: 200 }, async (_, index) => {
      const locale = index % 2 ? 'de-CH' : 'en-GB'
      const said = await inLocale(locale, async () => {
        for (let step = 0; step < index % 7; step += 1) await later()
        return `${currentLocale()} ${faultWords().signIn}`
      })
      return said === `${locale} ${index % 2 ? 'Bitte melden Sie sich an.' : 'Please sign in to go on.'}`
    })
    expect(await Promise.all(answers)).not.toContain(false)
  })

  it('is English for locales that the program does not speak', () => {
    expect(inLocale('ar-EG', currentLanguage)).toBe('en')
    expect([languageOf('de-AT'), languageOf('DE'), languageOf('pt-PT'), languageOf('')]).toEqual(['de', 'de', null, null])
    expect([directionOf('ar-EG'), directionOf('he'), directionOf('de-DE')]).toEqual(['rtl', 'rtl', 'ltr'])
  })

  it('counts by its own rules', () => {
    const forms = { one: '# day', other: '# days' }
    expect([0, 1, 2, 1200].map((days) => counting('en')(days, forms))).toEqual(['0 days', '1 day', '2 days', '1,200 days'])
    expect(counting('de')(1200, { one: '# Tag', other: '# Tage' })).toBe('1.200 Tage')
  })
})
