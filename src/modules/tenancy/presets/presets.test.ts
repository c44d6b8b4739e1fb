import { describe, expect, it } from 'vitest'
import { presetTexts } from '../organizations/preset-texts.ts'
import { factsOf, fieldLabel, findProfileType, profileTypeLabel, profileFields, profileTypes, profileTypesOf } from '../profiles/profile-types.schema.ts'
import { faceOf, presetOf, presets } from './presets.schema.ts'
import { countedAs, wordingOf } from './wording.schema.ts'

describe('the kinds of school', () => {
  it('share no face, no typeface, no colour and no first words', () => {
    const each = (of: (preset: (typeof presets)[number]) => unknown) => expect(new Set(presets.map(of)).size).toBe(presets.length)
    each(({ dress }) => dress.face)
    each(({ dress }) => dress.typePair)
    each(({ dress }) => dress.brandColour)
    each(({ value }) => presetTexts(value, 'Name').heroTitle)
  })

  it('are music schools where a word names none', () => {
    for (const word of ['', 'constructor', '__proto__', 'pony-farm']) {
      expect([presetOf(word).value, faceOf(word), wordingOf(word).instructor.one]).toEqual(['music-school', 'warm', 'teacher'])
      expect(profileTypesOf(word).map(({ value }) => value)).toEqual(['teacher'])
    }
  })

  it('never let a name become part of the page', () => {
    for (const { value } of presets) expect(presetTexts(value, '<script>x</script>').about).not.toContain('<script')
  })

  it('count in their own words', () => {
    expect(presets.map(({ value }) => countedAs(2, wordingOf(value).course))).toEqual(['2 courses', '2 classes', '2 courses', '2 programmes', '2 classes'])
    expect(countedAs(1, wordingOf('coaching-marketplace').instructor)).toBe('1 coach')
  })
})

describe('a typed profile', () => {
  const said = (type: string, fields: object) => {
    const found = findProfileType(type)
    return found ? profileFields(found).safeParse(fields) : null
  }
  const realtor = { rate: '120', years: '9', homesSold: '214', region: 'Boulder', licence: 'CO 100' }

  it('is checked field by field, from its data', () => {
    expect(said('realtor', realtor)?.success).toBe(true)
    expect(said('realtor', { ...realtor, rate: '' })?.success).toBe(true)
    for (const wrong of [{ years: '71' }, { years: '-1' }, { rate: '12.50' }, { rate: 'many' }, { licence: '' }, { licence: '  ' }, { region: 'x'.repeat(121) }, { homesSold: '9999999' }]) {
      expect(said('realtor', { ...realtor, ...wrong })?.success, JSON.stringify(wrong)).toBe(false)
    }
    expect(findProfileType('toString')).toBeNull()
  })

  it('shows what it holds, figures by locale, and nothing that it does not know', () => {
    expect(factsOf('loan-officer', { nmls: '418 220', loansClosed: '1900', rate: '150', other: 'x' }, { locale: 'en-US', currency: 'USD' })).toEqual([
      { label: 'an hour', value: '$150' }, { label: 'loans closed', value: '1,900' }, { label: 'NMLS', value: '418 220' },
    ])
    expect(factsOf('', { rate: '1' }, { locale: 'en', currency: 'EUR' })).toEqual([])
  })

  it('has each field once, and asks for at least one', () => {
    for (const { value, fields } of profileTypes) {
      expect([profileTypeLabel(value), ...fields.map(({ name }) => fieldLabel(value, name))]).not.toEqual(expect.arrayContaining([value]))
      for (const { name } of fields) expect(fieldLabel(value, name)).not.toBe(name)
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
      expect(fields.some((field) => 'isRequired' in field && field.isRequired)).toBe(true)
    }
  })
})
