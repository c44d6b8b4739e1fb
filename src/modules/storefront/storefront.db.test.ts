import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { buildCourse } from '../../../tests/support/builders.ts'
import { schoolsWithPages } from '../../../tests/support/schools-with-pages.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import type { Block } from './blocks/blocks.schema.ts'
import {
  addBlock, bringBack, discardDraft, moveBlock, publishPage, readBlockForm, readEditor, readFirstPage, redoChange, removeBlock, undoChange, writeBlock, writeHead, type EditorCtx,
} from './index.ts'

const database = useTestDatabase()
const { openSchool, buildPicture } = schoolsWithPages(database)

const kinds = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind).join(' ')
const shown = async (ctx: EditorCtx, input?: { wantsDraft: boolean }) => kinds((await readFirstPage(ctx, input)).blocks)
const start = 'hero courses people about'

describe('a first page', () => {
  it('is made from what the school has until somebody publishes another', async () => {
    const { owner, visitor } = await openSchool()
    expect(await shown(visitor)).toBe(start)
    await addBlock(owner, { kind: 'contact' })
    expect(await shown(visitor)).toBe(start)
    await publishPage(owner)
    expect(await shown(visitor)).toBe(`${start} contact`)
  })

  it('asks only for what its blocks show', async () => {
    const { owner, visitor, organizationId } = await openSchool()
    await buildCourse(database(), organizationId)
    expect(await readFirstPage(visitor)).toMatchObject({ courseCount: 1, role: null })
    for (const blockId of ['hero', 'courses', 'people']) await removeBlock(owner, { blockId })
    await publishPage(owner)
    expect(await readFirstPage(visitor)).toMatchObject({ courseCount: 0, courses: [], teachers: [] })
  })

  it('is seen as a draft by those who arrange it, and by nobody else', async () => {
    const { owner, visitor, member } = await openSchool()
    await addBlock(owner, { kind: 'gallery', after: 'hero' })
    expect(await shown(owner, { wantsDraft: true })).toBe('hero gallery courses people about')
    expect(await shown(await member('admin'), { wantsDraft: true })).toContain('gallery')
    for (const [ctx, status] of [[await member('instructor'), 403], [await member('student'), 403], [visitor, 404]] as const) {
      await expect(readFirstPage(ctx, { wantsDraft: true })).rejects.toMatchObject({ status })
      await expect(readEditor(ctx)).rejects.toMatchObject({ status })
      await expect(addBlock(ctx, { kind: 'text' })).rejects.toMatchObject({ status })
      await expect(publishPage(ctx)).rejects.toMatchObject({ status })
      await expect(undoChange(ctx)).rejects.toMatchObject({ status })
    }
  })
})

describe('arranging', () => {
  it('steps back to the beginning and forward again, and a new change ends the way forward', async () => {
    const { owner } = await openSchool()
    await addBlock(owner, { kind: 'text' })
    await moveBlock(owner, { blockId: 'about', to: 'up' })
    await removeBlock(owner, { blockId: 'people' })
    const now = async () => kinds((await readEditor(owner)).blocks)

    expect(await now()).toBe('hero courses about text')
    expect(await readEditor(owner)).toMatchObject({ undo: 'remove people', redo: null })
    for (const expected of ['hero courses about people text', `${start} text`, start, start]) {
      await undoChange(owner)
      expect(await now()).toBe(expected)
    }
    expect(await readEditor(owner)).toMatchObject({ undo: null, redo: 'add text' })
    for (const expected of [`${start} text`, 'hero courses about people text']) {
      await redoChange(owner)
      expect(await now()).toBe(expected)
    }
    await moveBlock(owner, { blockId: 'hero', to: 4 })
    expect(await readEditor(owner)).toMatchObject({ undo: 'move hero', redo: null })
  })

  it('keeps every change when several people arrange at once', async () => {
    const { owner, member } = await openSchool()
    const admin = await member('admin')
    await Promise.all(Array.from({ length: 8 }, (_, index) => addBlock(index % 2 ? owner : admin, { kind: 'text' })))
    expect((await readEditor(owner)).blocks).toHaveLength(12)
  })

  it('counts what changes nothing as no change', async () => {
    const { owner } = await openSchool()
    await addBlock(owner, { kind: 'text' })
    const { versionId } = await readEditor(owner)
    await moveBlock(owner, { blockId: 'hero', to: 'up' })
    await writeBlock(owner, { blockId: 'hero', write: (block) => block })
    expect((await readEditor(owner)).versionId).toBe(versionId)
  })

  it('finds no block that is not on this page, and holds no more than forty', async () => {
    const { owner } = await openSchool()
    for (const blockId of ['nobody', '', 'constructor']) await expect(removeBlock(owner, { blockId })).rejects.toMatchObject({ status: 404 })
    for (let count = 4; count < 40; count += 1) await addBlock(owner, { kind: 'text' })
    await expect(addBlock(owner, { kind: 'text' })).rejects.toMatchObject({ code: 'page-full' })
  })

  it('writes what a form holds', async () => {
    const { owner, visitor } = await openSchool()
    const form = new FormData()
    for (const [name, value] of Object.entries({ layout: 'type', title: 'Come in', text: '', action: 'contact' })) form.set(name, value)
    await writeBlock(owner, { blockId: 'hero', write: (block) => readBlockForm(block.kind, form) })
    await publishPage(owner)
    expect((await readFirstPage(visitor)).blocks[0]).toMatchObject({ id: 'hero', kind: 'hero', layout: 'type', title: 'Come in', action: 'contact' })
  })
})

describe('publishing', () => {
  it('tells before what will change, and afterwards there is nothing to tell', async () => {
    const { owner } = await openSchool()
    await addBlock(owner, { kind: 'contact' })
    await removeBlock(owner, { blockId: 'about' })
    expect((await readEditor(owner)).difference).toEqual({ added: ['contact'], removed: ['about'], changed: [], isReordered: false, isHeadChanged: false })
    await publishPage(owner)
    await publishPage(owner)
    const editor = await readEditor(owner)
    expect(editor.difference).toEqual({ added: [], removed: [], changed: [], isReordered: false, isHeadChanged: false })
    expect(editor).toMatchObject({ publishedAt: expect.any(Date), earlier: [] })
  })

  it('tells search engines what was written for them, once it is published, and undo knows of it', async () => {
    const { owner, visitor } = await openSchool()
    const head = { title: 'Cello lessons in Lisbon', description: 'Slowly, by ear and by hand.' }
    await writeHead(owner, head)
    expect((await readEditor(owner)).difference.isHeadChanged).toBe(true)
    expect((await readFirstPage(visitor)).head).toEqual({ title: '', description: '' })
    await publishPage(owner)
    await addBlock(owner, { kind: 'text' })
    expect((await readFirstPage(visitor)).head).toEqual(head)
    for (let step = 0; step < 2; step += 1) await undoChange(owner)
    expect((await readEditor(owner)).head).toEqual({ title: '', description: '', translations: {} })
  })

  it('shows visitors the old page or the new one and never another while it happens', async () => {
    const { owner, visitor } = await openSchool()
    await addBlock(owner, { kind: 'contact' })
    await publishPage(owner)
    await addBlock(owner, { kind: 'gallery' })
    const reading = Promise.all(Array.from({ length: 40 }, () => shown(visitor)))
    await publishPage(owner)
    expect([...new Set(await reading)].every((page) => [`${start} contact`, `${start} contact gallery`].includes(page))).toBe(true)
    expect(await shown(visitor)).toBe(`${start} contact gallery`)
  })

  it('lets go of a draft, and undo brings even that back', async () => {
    const { owner } = await openSchool()
    await addBlock(owner, { kind: 'contact' })
    await expect(discardDraft(owner)).rejects.toMatchObject({ status: 404 })
    await publishPage(owner)
    await addBlock(owner, { kind: 'gallery' })
    await discardDraft(owner)
    expect(kinds((await readEditor(owner)).blocks)).toBe(`${start} contact`)
    await undoChange(owner)
    expect(kinds((await readEditor(owner)).blocks)).toBe(`${start} contact gallery`)
  })

  it('keeps what was public before, to be brought back', async () => {
    const { owner, visitor } = await openSchool()
    const rival = await openSchool()
    await addBlock(owner, { kind: 'contact' })
    await publishPage(owner)
    await removeBlock(owner, { blockId: 'hero' })
    await publishPage(owner)
    const [earlier] = (await readEditor(owner)).earlier
    expect(earlier).toMatchObject({ blockCount: 5 })
    await addBlock(rival.owner, { kind: 'text' })
    for (const versionId of [earlier?.id ?? '', 'no-id', v7()]) await expect(bringBack(rival.owner, { versionId })).rejects.toMatchObject({ status: 404 })
    await bringBack(owner, { versionId: earlier?.id ?? '' })
    expect(await shown(visitor)).toBe('courses people about contact')
    await publishPage(owner)
    expect(await shown(visitor)).toBe(`${start} contact`)
  })

  it('forgets steps that nobody goes back to, and nothing that is shown or was shown lately', async () => {
    const { owner, organizationId } = await openSchool()
    await addBlock(owner, { kind: 'contact' })
    await publishPage(owner)
    for (let change = 0; change < 110; change += 1) await moveBlock(owner, { blockId: 'hero', to: change % 2 ? 0 : 3 })
    await addBlock(owner, { kind: 'text' })
    await publishPage(owner)
    const { rows } = await database().superuser.query('select count(*)::int as kept, count(*) filter (where published_at is not null)::int as public from storefront_versions where organization_id = $1', [organizationId])
    expect(rows[0]).toEqual({ kept: 101, public: 2 })
    await undoChange(owner)
    expect((await readEditor(owner)).blocks).toHaveLength(5)
  })
})

describe('pictures', () => {
  const show = (blockId: string, picture: string) => ({ blockId, write: (block: Block) => ({ ...block, picture, pictureAlt: 'The hall' }) as Block })

  it('are seen by visitors once they are published, and no longer when they are not', async () => {
    const { owner, visitor, organizationId, ownerId } = await openSchool()
    const picture = await buildPicture(organizationId, ownerId)
    const seen = async () => (await visitor.inTenant(({ tx }) => tx.selectFrom('files').select('id').where('id', '=', picture).execute())).length
    await writeBlock(owner, show('hero', picture))
    expect(await seen()).toBe(0)
    await publishPage(owner)
    expect(await seen()).toBe(1)
    expect((await readFirstPage(visitor)).pictures).toEqual({ [picture]: `key-${picture}` })
    await removeBlock(owner, { blockId: 'hero' })
    await publishPage(owner)
    expect(await seen()).toBe(0)
  })

  it('are ready pictures of this school, or refused beside their field', async () => {
    const { owner, organizationId, ownerId } = await openSchool()
    const rival = await openSchool()
    const wrong = [await buildPicture(rival.organizationId, rival.ownerId), await buildPicture(organizationId, ownerId, { status: 'uploading' }), await buildPicture(organizationId, ownerId, { purpose: 'pdf' }), v7()]
    for (const picture of wrong) await expect(writeBlock(owner, show('hero', picture))).rejects.toMatchObject({ fieldErrors: { picture: expect.any(String) } })
  })
})
