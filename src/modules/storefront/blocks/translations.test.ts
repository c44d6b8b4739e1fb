import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from '#platform/i18n/languages.ts'
import { newBlock } from './arrange.ts'
import { blockTexts } from './block-texts.schema.ts'
import { blockKinds, readBlocks, type Block, type BlockKind } from './blocks.schema.ts'
import { emptyHead } from './head.schema.ts'
import { readBlockForm, readTranslationForm } from './read-block-form.ts'
import { countMissing, firstLanguageOf, keepTranslations, languagesOf, pageIn, translated } from './translations.schema.ts'

const both: readonly Language[] = ['en', 'de']
const file = (digit: string) => `0190a0de-0000-7000-8000-00000000000${digit}`
const block = (kind: BlockKind, content: object): Block => readBlocks([{ id: kind, kind, ...content }])[0] as Block
const page = (blocks: readonly Block[], language: Language | null = 'en') => ({ blocks, head: emptyHead, language })

function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}

function faultsOf(work: () => unknown): string[] {
  try {
    work()
  } catch (fault) {
    return Object.keys((fault as { fieldErrors: object }).fieldErrors)
  }
  return []
}

const voices = block('testimonials', { title: 'Voices', items: [{ quote: 'Good', name: 'Ann', about: 'Cello' }, { quote: 'Fine', name: 'Bo' }] }) as Block<'testimonials'>
const german = readTranslationForm(voices, form({ title: 'Stimmen', 'id.0': '1', 'quote.0': 'Gut', 'id.1': '2', 'quote.1': 'Schön' }), 'de') as Block<'testimonials'>

describe('a page in a language', () => {
  it('says what is translated, and text by text the first language where nothing is', () => {
    const hero = translated(block('hero', { title: 'Come in', text: 'Slowly', layout: 'type' }), 'de', { title: 'Kommen Sie herein', text: '', pictureAlt: '' })
    expect(pageIn(page([hero]), 'de', both).blocks[0]).toMatchObject({ title: 'Kommen Sie herein', text: 'Slowly', layout: 'type' })
    expect(pageIn(page([hero]), 'en', both).blocks).toEqual([hero])
    expect(pageIn(page([german]), 'de', both).blocks[0]).toMatchObject({ title: 'Stimmen', items: [{ quote: 'Gut', name: 'Ann', about: 'Cello' }, { quote: 'Schön', name: 'Bo' }] })
  })

  it('never says less than the first language, and never anything that nobody wrote', () => {
    const text = fc.constantFrom('', 'one', 'two')
    fc.assert(fc.property(fc.constantFrom(...blockKinds), fc.array(text, { minLength: 6, maxLength: 6 }), fc.constantFrom(...both), (kind, words, language) => {
      const names = Object.keys(blockTexts[kind].shape)
      const first = { ...newBlock(kind, kind), ...Object.fromEntries(names.map((name, at) => [name, words[at] ? `en ${words[at]}` : ''])) } as Block
      const whole = translated(first, 'de', Object.fromEntries(names.map((name, at) => [name, words[at + 3] ? `de ${words[at + 3]}` : ''])))
      const read = pageIn(page(readBlocks(JSON.parse(JSON.stringify([whole])))), language, both).blocks[0] as unknown as Record<string, string>
      names.forEach((name, at) => {
        const [own, other] = [words[at] ? `en ${words[at]}` : '', words[at + 3] ? `de ${words[at + 3]}` : '']
        expect(read[name]).toBe(language === 'de' ? other || own : own)
      })
      expect(countMissing({ ...whole, ...('picture' in whole ? { picture: file('a') } : {}) } as Block, 'de')).toBe(names.filter((_, at) => words[at] && !words[at + 3]).length)
    }))
  })

  it('was written in one language and keeps it when the school changes its own', () => {
    expect(languagesOf(page([german]), ['de', 'en'])).toEqual(['en', 'de'])
    expect(pageIn(page([german]), 'de', ['de', 'en']).blocks[0]).toMatchObject({ title: 'Stimmen' })
    // English is turned off: what was translated is read, and the rest falls back to what there is.
    expect(pageIn(page([german]), 'de', ['de']).blocks[0]).toMatchObject({ title: 'Stimmen', items: [{ quote: 'Gut', about: 'Cello' }, {}] })
    expect(languagesOf(page([german]), ['de'])).toEqual(['en', 'de'])
  })

  it('is in the school’s own where nobody kept it, or where it was never translated from one that is turned off', () => {
    expect(firstLanguageOf(page([german], null), both)).toBe('en')
    expect(firstLanguageOf(page([voices], 'en'), ['de'])).toBe('de')
  })

  it('gives back what was said in a language once that is spoken again', () => {
    const off = pageIn(page([german]), 'en', ['en'])
    expect(off.blocks[0]).toMatchObject({ title: 'Voices' })
    expect(pageIn(page(off.blocks), 'de', both).blocks[0]).toMatchObject({ title: 'Stimmen' })
  })
})

describe('the form of the first language', () => {
  it('leaves translations where they are, also of entries that change places', () => {
    const fields = { title: 'Voices', 'id.0': '1', 'quote.0': 'Good', 'name.0': 'Ann', 'id.1': '2', 'quote.1': 'Fine indeed', 'name.1': 'Bo', 'id.2': '', 'quote.2': 'New', 'name.2': 'Cy' }
    const moved = keepTranslations(german, readBlockForm('testimonials', form({ ...fields, lower: '0' })))
    expect(moved).toMatchObject({
      translations: { de: { title: 'Stimmen' } },
      items: [{ quote: 'Fine indeed', translations: { de: { quote: 'Schön' } } }, { quote: 'Good', translations: { de: { quote: 'Gut' } } }, { quote: 'New', id: '3', translations: {} }],
    })
    expect(keepTranslations(german, readBlockForm('testimonials', form({ ...fields, drop: '0' })))).toMatchObject({ items: [{ translations: { de: { quote: 'Schön' } } }, { quote: 'New' }] })
  })

  it('keeps what a row of a timetable says in each language, whenever it takes place now', () => {
    const week = block('schedule', { items: [{ day: 1, start: '16:00', minutes: 60, title: 'Choir', who: 'Ann', place: 'Hall', id: '1', translations: {} }] })
    const said = readTranslationForm(week, form({ title: 'Stundenplan', text: '', 'id.0': '1', 'title.0': 'Chor', 'who.0': '', 'place.0': 'Saal', 'start.0': '18:00' }), 'de')
    expect([countMissing(week, 'de'), countMissing(said, 'de')]).toEqual([2, 0])
    expect(said).toMatchObject({ items: [{ start: '16:00', title: 'Choir', translations: { de: { title: 'Chor', who: '', place: 'Saal' } } }] })
    const moved = keepTranslations(said, readBlockForm('schedule', form({ 'id.0': '1', 'day.0': '2', 'start.0': '17:00', 'minutes.0': '60', 'title.0': 'Choir', 'who.0': 'Ann', 'place.0': 'Hall' })))
    expect(pageIn(page([{ ...week, ...moved } as Block]), 'de', both).blocks[0]).toMatchObject({ title: 'Stundenplan', items: [{ day: 2, start: '17:00', title: 'Chor', who: 'Ann', place: 'Saal' }] })
  })

  it('knows pictures by their files', () => {
    const gallery = block('gallery', { items: [{ fileId: file('a'), caption: 'One' }, { fileId: file('b'), caption: 'Two' }] })
    const said = readTranslationForm(gallery, form({ 'fileId.0': file('b'), 'alt.0': '', 'caption.0': 'Zwei' }), 'de')
    const turned = keepTranslations(said, readBlockForm('gallery', form({ 'fileId.0': file('b'), 'caption.0': 'Two', 'fileId.1': file('a'), 'caption.1': 'One' })))
    expect(turned).toMatchObject({ items: [{ fileId: file('b'), translations: { de: { caption: 'Zwei' } } }, { fileId: file('a'), translations: {} }] })
  })

  it('takes no translations from a field, and gives every entry a number of its own', () => {
    const sent = form({ title: 'A', translations: 'x', 'translations.0': 'x', 'id.0': '7', 'quote.0': 'One', 'name.0': 'A', 'id.1': '7', 'quote.1': 'Two', 'name.1': 'B', 'id.2': '<b>', 'quote.2': 'Three', 'name.2': 'C' })
    expect(readBlockForm('testimonials', sent)).toMatchObject({ translations: {}, items: [{ id: '7' }, { id: '8' }, { id: '9' }] })
  })
})

describe('the form of another language', () => {
  it('refuses what is too long, each beside its field', () => {
    const sent = form({ title: 'x'.repeat(121), 'id.0': '2', 'quote.0': 'x'.repeat(601), 'id.7': '1', 'about.7': 'x'.repeat(121) })
    expect(faultsOf(() => readTranslationForm(voices, sent, 'de')).sort()).toEqual(['about.7', 'quote.0', 'title'])
  })

  it('cleans formatted text, and keeps nothing of a language in which nothing is said', () => {
    const about = block('about', { html: '<p>Us</p>' })
    const said = readTranslationForm(about, form({ html: '<p onclick="x()">Wir<script>1</script></p>' }), 'de')
    expect(said.translations).toEqual({ de: { title: '', html: '<p>Wir</p>', pictureAlt: '' } })
    expect(readTranslationForm(said, form({ html: '<p> </p>' }), 'de').translations).toEqual({})
  })

  it('changes nothing but texts, and finds entries that moved meanwhile or are gone', () => {
    const sent = form({ layout: 'rows', title: 'Stimmen', 'id.0': '2', 'quote.0': 'Schön', 'name.0': 'Mallory', 'id.1': '99', 'quote.1': 'Niemand' })
    expect(readTranslationForm(voices, sent, 'de')).toEqual({ ...voices, translations: { de: { title: 'Stimmen' } }, items: [voices.items[0], { ...voices.items[1], translations: { de: { quote: 'Schön', about: '' } } }] })
  })

  it('leaves what it does not ask for: the words of a picture that is away', () => {
    const hero = translated(block('hero', { title: 'A' }), 'de', { title: 'A', text: '', pictureAlt: 'Ein Saal' })
    expect(readTranslationForm(hero, form({ title: 'B', text: '' }), 'de').translations).toEqual({ de: { title: 'B', text: '', pictureAlt: 'Ein Saal' } })
  })

  it('takes a text for every language that the program speaks', () => {
    for (const language of languages) expect(readBlocks([translated(voices, language, { title: 'T' })])[0]?.translations).toEqual({ [language]: { title: 'T' } })
  })
})
