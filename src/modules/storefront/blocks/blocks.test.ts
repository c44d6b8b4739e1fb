import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBlockIn, isSamePage, moveBlockIn, newBlock, writeBlockIn } from './arrange.ts'
import { blockContents, blockKinds, blocksMax, isBlockKind, layoutsOf, picturesOf, readBlocks, type Block } from './blocks.schema.ts'
import { comparePages, isDifferent } from './compare-pages.ts'
import { emptyHead } from './head.schema.ts'
import { readBlockForm } from './read-block-form.ts'
import { startingPage } from './starting-page.ts'

const three = [newBlock('hero', 'a'), newBlock('text', 'b'), newBlock('people', 'c')]
const page = (blocks: readonly Block[]) => ({ blocks, head: emptyHead })
const ids = (blocks: readonly Block[]) => blocks.map(({ id }) => id).join('')
const file = '0190a0de-0000-7000-8000-00000000abcd'

function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}

function faultsOf(work: () => unknown): Record<string, string> {
  try {
    work()
  } catch (fault) {
    return (fault as { fieldErrors: Record<string, string> }).fieldErrors
  }
  return {}
}

describe('a page', () => {
  it('keeps what it is through the database and back', () => {
    const blocks = blockKinds.map((kind) => newBlock(kind, kind))
    expect(readBlocks(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks)
  })

  it('leaves out what no longer fits, and shows the rest', () => {
    expect(ids(readBlocks([{ id: 'a', kind: 'hero', layout: 'beside' }, { id: 'x', kind: 'carousel' }, null, { id: 'y', kind: 'text', layout: 'sideways' }, { id: 'b', kind: 'text' }]))).toBe('ab')
    for (const broken of [null, 'x', {}, 3]) expect(readBlocks(broken)).toEqual([])
  })

  it('is arranged by steps, and no step goes out of it', () => {
    expect(ids(moveBlockIn(three, 'b', 0))).toBe('bac')
    expect(ids(moveBlockIn(three, 'a', 2))).toBe('bca')
    expect(ids(moveBlockIn(three, 'a', -1))).toBe('abc')
    expect(ids(moveBlockIn(three, 'c', 99))).toBe('abc')
    expect(ids(moveBlockIn(three, 'nobody', 0))).toBe('abc')
    expect(ids(addBlockIn(three, newBlock('text', 'n'), 'a'))).toBe('anbc')
    expect(ids(addBlockIn(three, newBlock('text', 'n'), 'gone'))).toBe('abcn')
  })

  it('has the same blocks however they are moved', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -3, max: 5 }))), (moves) => {
      const moved = moves.reduce<Block[]>((page, [id, to]) => moveBlockIn(page, id, to), three)
      expect([...ids(moved)].sort().join('')).toBe('abc')
    }))
  })

  it('holds no more than it may', () => {
    const full = Array.from({ length: blocksMax }, (_, index) => newBlock('text', `t${index}`))
    expect(addBlockIn(full, newBlock('text', 'more'), null)).toHaveLength(blocksMax)
    expect(readBlocks([...full, newBlock('text', 'more')])).toHaveLength(blocksMax)
  })

  it('names the pictures it shows, each once', () => {
    const gallery = { ...newBlock('gallery', 'g'), items: [{ fileId: file, alt: '', caption: '' }] } as Block
    expect(picturesOf([{ ...newBlock('hero', 'h'), picture: file } as Block, gallery, newBlock('about', 'a')])).toEqual([file])
  })

  it('begins with what the school has, each kind of school in its own way', () => {
    const words = { heroTitle: 'Come in', heroText: 'Slowly', aboutHtml: '<p>Us</p>' }
    const presets = ['music-school', 'yoga-studio', 'tutoring-centre', 'coaching-marketplace', 'creator-academy']
    const pages = presets.map((preset) => startingPage({ ...words, preset }))

    for (const page of pages) {
      expect(page[0]?.kind).toBe('hero')
      expect(page.map(({ kind }) => kind).sort()).toEqual(['about', 'courses', 'hero', 'people'])
    }
    expect(new Set(pages.map((page) => page.map(({ layout }) => layout).join())).size).toBe(presets.length)
    expect(readBlocks(pages[1])).toEqual(pages[1])
    expect(startingPage({ ...words, preset: 'music-school', aboutHtml: '' }).map(({ kind }) => kind)).not.toContain('about')
  })
})

describe('the difference of two pages', () => {
  it('tells what came, went, changed and moved', () => {
    const after = [newBlock('people', 'c'), writeBlockIn(three, 'a', { ...blockContents.hero.parse({}), title: 'New' })[0] as Block, newBlock('gallery', 'n')]
    expect(comparePages(page(three), page(after))).toEqual({ added: ['gallery'], removed: ['text'], changed: ['hero'], isReordered: true, isHeadChanged: false })
    expect(isDifferent(comparePages(page(three), page(three)))).toBe(false)
    expect(isDifferent(comparePages(page(three), { blocks: three, head: { ...emptyHead, title: 'Cello in Lisbon' } }))).toBe(true)
  })

  it('does not mind in which order the database gives the fields', () => {
    const turned = three.map((block) => Object.fromEntries(Object.entries(block).reverse())) as Block[]
    expect(isSamePage(three, turned)).toBe(true)
  })
})

describe('the form of a block', () => {
  it('gives each kind its content; the first layout where none is chosen', () => {
    for (const kind of blockKinds) expect(readBlockForm(kind, form({}))).toMatchObject({ layout: layoutsOf(kind)[0] })
    expect(isBlockKind('hero') && !isBlockKind('constructor') && !isBlockKind('')).toBe(true)
  })

  it('takes entries by their numbers, leaves out the empty ones, and says faults beside the right one', () => {
    const filled = { 'quote.0': 'Good', 'name.0': 'Ann', 'about.0': '', 'quote.1': ' ', 'name.1': '', 'about.1': '', 'quote.3': 'Bad', 'name.3': 'Bo', 'about.3': 'Cello' }
    expect(readBlockForm('testimonials', form(filled))).toMatchObject({ items: [{ quote: 'Good', name: 'Ann' }, { quote: 'Bad', name: 'Bo', about: 'Cello' }] })
    expect(faultsOf(() => readBlockForm('testimonials', form({ ...filled, 'name.3': '' })))).toEqual({ 'name.3': 'Say who said it.' })
  })

  it('takes the rows of a timetable, and says faults beside each field', () => {
    const rows = { 'day.0': '7', 'start.0': '9:30', 'minutes.0': '90', 'title.0': ' Choir ', 'who.0': '', 'place.0': 'The hall', 'day.1': '3', 'start.1': '', 'minutes.1': '60', 'title.1': ' ', 'who.1': '', 'place.1': '' }
    expect(readBlockForm('schedule', form(rows))).toMatchObject({ items: [{ day: 7, start: '09:30', minutes: 90, title: 'Choir', who: '', place: 'The hall', id: '1' }] })
    expect(faultsOf(() => readBlockForm('schedule', form({ ...rows, 'who.1': 'Ann', 'day.1': '8', 'minutes.1': '4' })))).toEqual({
      'day.1': 'Choose a day of the week.', 'start.1': 'Say when it begins, such as 16:00.', 'minutes.1': 'Say how many minutes it takes, from 5 to 720.', 'title.1': 'Say what it is, or remove this row.',
    })
    const full = Object.fromEntries(Array.from({ length: 61 }, (_, place) => [[`day.${place}`, '1'], [`start.${place}`, '16:00'], [`minutes.${place}`, '5'], [`title.${place}`, 'Cello']]).flat())
    expect(faultsOf(() => readBlockForm('schedule', form(full)))).toEqual({ items: 'A timetable holds 60 rows.' })
  })

  it('cleans what is written, on its way in', () => {
    const read = readBlockForm('text', form({ html: '<p onclick="x()">Hi<script>1</script><a href="javascript:x">y</a></p><iframe src="https://evil.example"></iframe>' }))
    expect(read).toMatchObject({ html: '<p>Hi<a>y</a></p>' })
  })

  it('refuses players that are not on the list, and layouts that there are not', () => {
    expect(Object.keys(faultsOf(() => readBlockForm('embed', form({ address: 'https://evil.example/video' }))))).toEqual(['address'])
    expect(Object.keys(faultsOf(() => readBlockForm('hero', form({ layout: 'sideways', title: 'x'.repeat(121) }))))).toEqual(['layout', 'title'])
  })
})
