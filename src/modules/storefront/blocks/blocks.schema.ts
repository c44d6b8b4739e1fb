import { z } from 'zod'
import { storefrontFaultWords } from '../words/storefront-fault-words.ts'
import { blockTexts, entryNumber, entryTexts, inOtherLanguages, line } from './block-texts.schema.ts'
import { embedOf } from './embed.schema.ts'
import { scheduleRow, scheduleRowsMax } from './schedule-row.schema.ts'

const layout = <const Name extends string>(layouts: readonly [Name, ...Name[]]) => z.enum(layouts, { error: () => storefrontFaultWords().chooseLayout }).default(() => layouts[0])

const fileId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error: () => storefrontFaultWords().pictureGoneChoose })
/** A picture on its own; none is ''. */
const picture = z.union([z.literal(''), fileId], { error: () => storefrontFaultWords().pictureGoneChoose }).default('')

const testimonial = z.object({
  quote: z.string().trim().min(1, { error: () => storefrontFaultWords().writeWhatSaid }).max(600, { error: () => storefrontFaultWords().most600 }),
  name: z.string().trim().min(1, { error: () => storefrontFaultWords().sayWho }).max(80, { error: () => storefrontFaultWords().most80 }),
  about: line(120),
  id: entryNumber,
  translations: inOtherLanguages(entryTexts.testimonials),
})
const shownPicture = z.object({ fileId, ...entryTexts.gallery.shape, translations: inOtherLanguages(entryTexts.gallery) })

/** What each kind of block holds, and how it may be laid out; the first layout is the one it begins with. */
export const blockContents = {
  hero: z.object({
    layout: layout(['beside', 'band', 'type', 'horizon', 'index', 'portraits', 'wave']),
    ...blockTexts.hero.shape,
    action: z.enum(['courses', 'contact', 'none'], { error: () => storefrontFaultWords().chooseButton }).default('courses'),
    picture,
    translations: inOtherLanguages(blockTexts.hero),
  }),
  about: z.object({ layout: layout(['column', 'beside', 'statement']), ...blockTexts.about.shape, picture, translations: inOtherLanguages(blockTexts.about) }),
  courses: z.object({
    layout: layout(['shelf', 'rows', 'lead', 'cells', 'tracks']),
    ...blockTexts.courses.shape,
    subject: line(40),
    most: z.coerce.number({ error: () => storefrontFaultWords().chooseHowMany }).refine((most) => [3, 6, 12].includes(most), { error: () => storefrontFaultWords().chooseHowMany }).default(6),
    translations: inOtherLanguages(blockTexts.courses),
  }),
  products: z.object({
    layout: layout(['shelf', 'tracks']),
    ...blockTexts.products.shape,
    most: z.coerce.number({ error: () => storefrontFaultWords().chooseHowMany }).refine((most) => [3, 6, 12].includes(most), { error: () => storefrontFaultWords().chooseHowMany }).default(6),
    translations: inOtherLanguages(blockTexts.products),
  }),
  people: z.object({ layout: layout(['faces', 'rows', 'names', 'portraits']), ...blockTexts.people.shape, translations: inOtherLanguages(blockTexts.people) }),
  schedule: z.object({
    layout: layout(['week', 'days']),
    ...blockTexts.schedule.shape,
    items: z.array(scheduleRow).max(scheduleRowsMax, { error: () => storefrontFaultWords().mostRows(scheduleRowsMax) }).transform(numbered).default([]),
    translations: inOtherLanguages(blockTexts.schedule),
  }),
  testimonials: z.object({
    layout: layout(['columns', 'single', 'rows']),
    ...blockTexts.testimonials.shape,
    items: z.array(testimonial).max(12, { error: () => storefrontFaultWords().twelveVoices }).transform(numbered).default([]),
    translations: inOtherLanguages(blockTexts.testimonials),
  }),
  text: z.object({ layout: layout(['narrow', 'columns', 'band']), ...blockTexts.text.shape, translations: inOtherLanguages(blockTexts.text) }),
  gallery: z.object({
    layout: layout(['grid', 'strip', 'mosaic']),
    ...blockTexts.gallery.shape,
    items: z.array(shownPicture).max(24, { error: () => storefrontFaultWords().mostPictures }).default([]),
    translations: inOtherLanguages(blockTexts.gallery),
  }),
  contact: z.object({ layout: layout(['beside', 'centred']), ...blockTexts.contact.shape, translations: inOtherLanguages(blockTexts.contact) }),
  embed: z.object({
    layout: layout(['wide', 'beside']),
    ...blockTexts.embed.shape,
    address: line(500).refine((address) => address === '' || embedOf(address) !== null, { error: () => storefrontFaultWords().whichAddress }),
    translations: inOtherLanguages(blockTexts.embed),
  }),
} as const

export type BlockKind = keyof typeof blockContents
export const blockKinds = Object.keys(blockContents) as BlockKind[]
export type BlockContent<Kind extends BlockKind = BlockKind> = z.output<(typeof blockContents)[Kind]>

const blockId = z.string().regex(/^[a-z0-9-]{1,36}$/)

/** One block of a page: what it is, and what it holds. */
export type Block<Kind extends BlockKind = BlockKind> = { [Each in Kind]: { id: string; kind: Each } & BlockContent<Each> }[Kind]

const storedBlock = z.discriminatedUnion('kind', [
  blockContents.hero.extend({ id: blockId, kind: z.literal('hero') }),
  blockContents.about.extend({ id: blockId, kind: z.literal('about') }),
  blockContents.courses.extend({ id: blockId, kind: z.literal('courses') }),
  blockContents.products.extend({ id: blockId, kind: z.literal('products') }),
  blockContents.people.extend({ id: blockId, kind: z.literal('people') }),
  blockContents.schedule.extend({ id: blockId, kind: z.literal('schedule') }),
  blockContents.testimonials.extend({ id: blockId, kind: z.literal('testimonials') }),
  blockContents.text.extend({ id: blockId, kind: z.literal('text') }),
  blockContents.gallery.extend({ id: blockId, kind: z.literal('gallery') }),
  blockContents.contact.extend({ id: blockId, kind: z.literal('contact') }),
  blockContents.embed.extend({ id: blockId, kind: z.literal('embed') }),
])

/** How many blocks a page holds; the table's check says the same. */
export const blocksMax = 40

/**
 * The blocks that a version holds. One that no longer fits its kind is left out: a page with a gap is better than none.
 *
 * @param stored as it came from the database
 */
export function readBlocks(stored: unknown): Block[] {
  if (!Array.isArray(stored)) return []
  return stored.slice(0, blocksMax).flatMap((each) => {
    const read = storedBlock.safeParse(each)
    return read.success ? [read.data] : []
  })
}

/** Each entry with a number of its own: those that have one keep it, the others get the next ones. */
function numbered<Entry extends { id: string }>(entries: Entry[]): Entry[] {
  const taken = new Set<string>()
  let last = Math.max(0, ...entries.map(({ id }) => Number(id)))
  return entries.map((entry) => {
    const id = entry.id === '' || taken.has(entry.id) ? String((last += 1)) : entry.id
    taken.add(id)
    return { ...entry, id }
  })
}

/** Whether a word is the kind of a block. */
export function isBlockKind(word: string): word is BlockKind {
  return Object.hasOwn(blockContents, word)
}

/** The layouts of a kind, the one it begins with first. */
export function layoutsOf(kind: BlockKind): string[] {
  return blockContents[kind].shape.layout.unwrap().options as string[]
}

/** The files that blocks show. */
export function picturesOf(blocks: readonly Block[]): string[] {
  const found = blocks.flatMap((block) => ('picture' in block ? [block.picture] : block.kind === 'gallery' ? block.items.map((item) => item.fileId) : []))
  return [...new Set(found.filter(Boolean))]
}
