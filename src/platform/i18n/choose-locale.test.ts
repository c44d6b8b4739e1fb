import { describe, expect, it } from 'vitest'
import { chooseLocale, offeredLanguages, wishedLanguages } from './choose-locale.ts'

const english = { locale: 'en-GB', languages: ['de'] }

describe('what somebody reads', () => {
  it.each([
    ['their choice before their browser', { cookie: 'a=b; language=en', acceptLanguage: 'de' }, ['en', 'de']],
    ['the address before their choice', { parameter: 'de', cookie: 'language=en' }, ['de', 'en']],
    ['what they chose elsewhere before their browser', { person: 'de', acceptLanguage: 'en-US' }, ['de', 'en']],
    ['the browser’s languages by their weight', { acceptLanguage: 'fr, en;q=0.4, de-AT;q=0.8' }, ['de', 'en']],
    ['nothing of what is refused or unknown', { parameter: 'xx', cookie: 'language=klingon', acceptLanguage: 'de;q=0, *, fr' }, []],
    ['what can be understood of what is no header', { acceptLanguage: ';;;q=x,,en;q=;' }, ['en']],
  ] as const)('is %s', (_, signs, wishes) => {
    expect(wishedLanguages(signs)).toEqual(wishes)
  })
})

describe('the locale of a page', () => {
  it('is the school’s own where nothing else is wanted or offered', () => {
    expect(chooseLocale([], english)).toBe('en-GB')
    expect(chooseLocale(['de'], { locale: 'en-US', languages: [] })).toBe('en-US')
    expect(chooseLocale(['en', 'de'], english)).toBe('en-GB')
  })

  it('is another language of the school’s, with the school’s region', () => {
    expect(chooseLocale(['de', 'en'], english)).toBe('de-GB')
    expect(chooseLocale(['en'], { locale: 'de-CH', languages: ['en'] })).toBe('en-CH')
    expect(chooseLocale(['de'], { locale: 'en', languages: ['de'] })).toBe('de')
  })

  it('stays the school’s own where the program speaks English beside it', () => {
    expect(offeredLanguages({ locale: 'ar-EG', languages: ['de'] })).toEqual(['en', 'de'])
    expect(chooseLocale(['en'], { locale: 'ar-EG', languages: ['de'] })).toBe('ar-EG')
  })
})
