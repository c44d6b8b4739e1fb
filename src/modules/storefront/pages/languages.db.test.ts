import { describe, expect, it } from 'vitest'
import { schoolsWithPages } from '../../../../tests/support/schools-with-pages.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { Block } from '../blocks/blocks.schema.ts'
import { keepTranslations, publishPage, readBlockForm, readEditor, readFirstPage, readTranslationForm, redoChange, removeBlock, translateBlock, undoChange, writeBlock, writeHead, type EditorCtx } from '../index.ts'

const database = useTestDatabase()
const { openSchool } = schoolsWithPages(database)

function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}

const say = (fields: Record<string, string>, language: Language = 'de') => ({ language, write: (block: Block) => readTranslationForm(block, form(fields), language) })
const translateHero = (ctx: EditorCtx, title: string) => translateBlock(ctx, { blockId: 'hero', ...say({ title }) })
const writeHero = (ctx: EditorCtx, title: string) => writeBlock(ctx, { blockId: 'hero', write: (block) => keepTranslations(block, readBlockForm(block.kind, form({ title, text: 'Slowly' }))) })
const title = async (ctx: EditorCtx, language: Language, wantsDraft = false) => {
  const [hero] = (await readFirstPage(ctx, { language, wantsDraft })).blocks
  return hero?.title
}

describe('a first page in two languages', () => {
  it('is read in each, text by text, once both are published together', async () => {
    const { owner, visitor } = await openSchool()
    await translateHero(owner, 'Spielen')
    expect([await title(visitor, 'de'), await title(owner, 'de', true), await title(owner, 'en', true)]).toEqual(['Play', 'Spielen', 'Play'])
    await publishPage(owner)
    expect((await readFirstPage(visitor, { language: 'de' })).blocks[0]).toMatchObject({ title: 'Spielen', text: 'Slowly' })
    expect(await title(visitor, 'en')).toBe('Play')
  })

  it('steps back and forward through both, and keeps a translation when the first language is written anew', async () => {
    const { owner } = await openSchool()
    await translateHero(owner, 'Spielen')
    await writeHero(owner, 'Play on')
    expect(await readEditor(owner)).toMatchObject({ undo: 'change hero', languages: ['en', 'de'] })
    expect([await title(owner, 'en', true), await title(owner, 'de', true)]).toEqual(['Play on', 'Spielen'])
    await undoChange(owner)
    expect((await readEditor(owner)).undo).toBe('translate hero')
    await undoChange(owner)
    expect(await title(owner, 'de', true)).toBe('Play')
    for (let step = 0; step < 2; step += 1) await redoChange(owner)
    expect([await title(owner, 'en', true), await title(owner, 'de', true)]).toEqual(['Play on', 'Spielen'])
  })

  it('counts a translation as a change, and one that says the same again as none', async () => {
    const { owner } = await openSchool()
    await writeHero(owner, 'Play')
    await publishPage(owner)
    await translateHero(owner, 'Spielen')
    const { versionId, difference } = await readEditor(owner)
    expect(difference).toMatchObject({ changed: ['hero'], added: [], removed: [] })
    await translateHero(owner, 'Spielen')
    expect((await readEditor(owner)).versionId).toBe(versionId)
  })

  it('loses nothing when a language is turned off, and shows it again when it is on', async () => {
    const { owner, visitor } = await openSchool()
    await translateHero(owner, 'Spielen')
    await publishPage(owner)
    const [off, offVisitor] = [{ ...owner, offered: ['en'] as const }, { ...visitor, offered: ['en'] as const }]
    await expect(translateHero(off, 'Klingen')).rejects.toMatchObject({ code: 'language-not-spoken', status: 409 })
    await writeHero(off, 'Play on')
    await publishPage(off)
    expect([await title(offVisitor, 'en'), (await readEditor(off)).languages]).toEqual(['Play on', ['en']])
    expect([await title(visitor, 'en'), await title(visitor, 'de')]).toEqual(['Play on', 'Spielen'])
  })

  it('stays in the language in which it was written when the school takes another for its own', async () => {
    const { owner, visitor } = await openSchool()
    await translateHero(owner, 'Spielen')
    await publishPage(owner)
    const [turned, turnedVisitor] = [{ ...owner, offered: ['de', 'en'] as const }, { ...visitor, offered: ['de', 'en'] as const }]
    expect([await title(turnedVisitor, 'de'), await title(turnedVisitor, 'en')]).toEqual(['Spielen', 'Play'])
    await translateHero(turned, 'Klingen')
    await publishPage(turned)
    expect([await title(turnedVisitor, 'de'), await title(turnedVisitor, 'en'), (await readEditor(turned)).languages]).toEqual(['Klingen', 'Play', ['en', 'de']])
  })

  it('tells search engines in each language what was written for them', async () => {
    const { owner, visitor } = await openSchool()
    await writeHead(owner, { title: 'Cello in Lübeck', description: 'Slowly.' })
    await writeHead(owner, { title: '', description: 'Langsam.' }, 'de')
    expect(await readEditor(owner)).toMatchObject({ undo: 'translate head', difference: { isHeadChanged: true } })
    await publishPage(owner)
    await writeHead(owner, { title: 'Cello by the sea', description: 'Slowly.' })
    await publishPage(owner)
    expect((await readFirstPage(visitor, { language: 'de' })).head).toEqual({ title: 'Cello by the sea', description: 'Langsam.' })
    expect((await readFirstPage(visitor, { language: 'en' })).head).toEqual({ title: 'Cello by the sea', description: 'Slowly.' })
    await expect(writeHead({ ...owner, offered: ['en'] }, { title: 'X', description: '' }, 'de')).rejects.toMatchObject({ status: 409 })
  })

  it('is translated by those who arrange it, and on blocks that are there', async () => {
    const { owner, visitor, member } = await openSchool()
    await translateHero(await member('admin'), 'Spielen')
    for (const [ctx, status] of [[await member('instructor'), 403], [await member('student'), 403], [visitor, 404]] as const) {
      await expect(translateHero(ctx, 'Klingen')).rejects.toMatchObject({ status })
      await expect(writeHead(ctx, { title: 'X', description: '' }, 'de')).rejects.toMatchObject({ status })
    }
    await expect(translateBlock(owner, { blockId: 'nobody', ...say({ title: 'X' }) })).rejects.toMatchObject({ status: 404 })
    await expect(translateBlock(owner, { blockId: 'hero', ...say({ title: 'X' }, 'en') })).rejects.toMatchObject({ status: 409 })
    await removeBlock(owner, { blockId: 'hero' })
    await expect(translateHero(owner, 'Klingen')).rejects.toMatchObject({ status: 404 })
    await undoChange(owner)
    expect(await title(owner, 'de', true)).toBe('Spielen')
  })

  it('refuses in the database a language that the program does not speak', async () => {
    const { owner, organizationId } = await openSchool()
    await translateHero(owner, 'Spielen')
    await expect(database().superuser.query(`update storefront_versions set language = 'xx' where organization_id = $1`, [organizationId])).rejects.toThrow(/storefront_versions_language_check/)
    await database().superuser.query(`update storefront_versions set language = null, head_translations = '{"de": 3, "fr": {"title": "X"}}' where organization_id = $1`, [organizationId])
    expect([await title(owner, 'de', true), (await readEditor(owner)).head.translations]).toEqual(['Spielen', {}])
  })
})
