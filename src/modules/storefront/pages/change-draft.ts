import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { isId } from '#modules/catalog/index.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { addBlockIn, isSameHead, isSamePage, moveBlockIn, newBlock, writeBlockIn } from '../blocks/arrange.ts'
import { blocksMax, picturesOf, type Block, type BlockContent, type BlockKind } from '../blocks/blocks.schema.ts'
import { emptyHead, type HeadTexts } from '../blocks/head.schema.ts'
import { startingPage, type SchoolWords } from '../blocks/starting-page.ts'
import { firstLanguageOf, languagesOf, translated, type SpokenPage } from '../blocks/translations.schema.ts'
import { LanguageNotSpoken, PageFull } from '../errors.ts'
import { storefrontFaultWords } from '../words/storefront-fault-words.ts'
import { publishPage } from './publish-page.ts'
import { findDraft, insertDraft, listReadyPictures, lockPage, type Version } from './versions.queries.ts'

/** The context of those who arrange the page: who, in which school, and what the school said before. */
export interface EditorCtx extends TenantCtx {
  words: SchoolWords
  /** The languages in which the site speaks, the school's own first. */
  offered: readonly Language[]
}

/**
 * Puts a new block of a kind at the end, or after another.
 *
 * @returns the id of the new block
 * @throws NotAllowed without school.manage; PageFull
 */
export async function addBlock(ctx: EditorCtx, input: { kind: BlockKind; after?: string | null }): Promise<{ blockId: string }> {
  const blockId = ctx.ids.next()
  await changingDraft(ctx, ({ blocks }) => {
    if (blocks.length >= blocksMax) throw new PageFull()
    return { deed: `add ${input.kind}`, blocks: addBlockIn(blocks, newBlock(input.kind, blockId), input.after ?? null) }
  })
  return { blockId }
}

/**
 * Takes a block off the page. Undo brings it back.
 *
 * @throws NotAllowed; NotFound for a block that is not there
 */
export async function removeBlock(ctx: EditorCtx, input: { blockId: string }): Promise<void> {
  await onBlock(ctx, input.blockId, 'remove', (blocks) => blocks.filter(({ id }) => id !== input.blockId))
}

/**
 * Moves a block by one place, or to a place counted from 0.
 *
 * @throws NotAllowed; NotFound
 */
export async function moveBlock(ctx: EditorCtx, input: { blockId: string; to: 'up' | 'down' | number }): Promise<void> {
  const { blockId, to } = input
  await onBlock(ctx, blockId, 'move', (blocks) => {
    const at = blocks.findIndex(({ id }) => id === blockId)
    return moveBlockIn(blocks, blockId, to === 'up' ? at - 1 : to === 'down' ? at + 1 : to)
  })
}

/**
 * Writes what a block holds.
 *
 * @param input `write` is given the block as it stands now, and gives what it shall hold
 * @throws NotAllowed; NotFound; InvalidInput beside `picture` for a picture that is not the school's, or not ready
 */
export async function writeBlock(ctx: EditorCtx, input: { blockId: string; write: (block: Block) => BlockContent }): Promise<void> {
  await onBlock(ctx, input.blockId, 'change', (blocks, block) => writeBlockIn(blocks, input.blockId, input.write(block)))
}

/**
 * Writes what a block says in another language than the page's first.
 *
 * @param input `write` is given the block as it stands now, and gives it with its translation
 * @throws NotAllowed; NotFound; LanguageNotSpoken where the site does not speak it, or speaks it first
 */
export async function translateBlock(ctx: EditorCtx, input: { blockId: string; language: Language; write: (block: Block) => Block }): Promise<void> {
  await changingDraft(ctx, (page) => ({ deed: `translate ${kindOf(page.blocks, input.blockId)}`, blocks: changingBlock(page.blocks, input.blockId, (blocks, block) => {
    requireOther(ctx, page, input.language)
    return writeBlockIn(blocks, input.blockId, input.write(block))
  }) }))
}

/**
 * Writes what search engines and messengers are told of the page.
 *
 * @param language another one than the page's first; left out, the first
 * @throws NotAllowed; LanguageNotSpoken
 */
export async function writeHead(ctx: EditorCtx, { title, description }: HeadTexts, language?: Language): Promise<void> {
  await changingDraft(ctx, (page) => {
    if (language === undefined) return { deed: 'change head', head: { ...page.head, title, description } }
    requireOther(ctx, page, language)
    return { deed: 'translate head', head: translated(page.head, language, { title, description }) }
  })
}

/**
 * Puts a whole page in the place of the draft and publishes it; undo brings the page before back into the draft.
 *
 * @throws NotAllowed; InvalidInput for pictures that are not the school's
 */
export async function layPage(ctx: EditorCtx, blocks: readonly Block[]): Promise<void> {
  await changingDraft(ctx, () => ({ deed: 'lay page', blocks: [...blocks] }))
  await publishPage(ctx)
}

type ChangeBlocks = (blocks: Block[], block: Block) => Block[]

async function onBlock(ctx: EditorCtx, blockId: string, verb: string, change: ChangeBlocks): Promise<void> {
  await changingDraft(ctx, ({ blocks }) => ({ deed: `${verb} ${kindOf(blocks, blockId)}`, blocks: changingBlock(blocks, blockId, change) }))
}

function changingBlock(blocks: Block[], blockId: string, change: ChangeBlocks): Block[] {
  const block = blocks.find(({ id }) => id === blockId)
  if (!block) throw new NotFound('no such block on the page')
  return change(blocks, block)
}

function kindOf(blocks: readonly Block[], blockId: string): string {
  return blocks.find(({ id }) => id === blockId)?.kind ?? ''
}

function requireOther(ctx: EditorCtx, page: SpokenPage, language: Language): void {
  if (!languagesOf(page, ctx.offered).slice(1).includes(language)) throw new LanguageNotSpoken(language)
}

type Change = Partial<Pick<Version, 'blocks' | 'head'>> & { deed: string }

/** Every change is a version after the draft; one that changes nothing is none. */
async function changingDraft(ctx: EditorCtx, change: (page: Version) => Change): Promise<void> {
  const { organizationId } = ctx
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    await lockPage(tx, organizationId)
    const draft = (await findDraft(tx, organizationId)) ?? (await keepStart(tx, ctx))
    const { deed, blocks = draft.blocks, head = draft.head } = change(draft)
    if (isSamePage(blocks, draft.blocks) && isSameHead(head, draft.head)) return

    const wanted = picturesOf(blocks)
    const ready = new Set((await listReadyPictures(tx, organizationId, wanted.filter(isId))).map(({ fileId }) => fileId))
    if (wanted.some((fileId) => !ready.has(fileId))) throw new InvalidInput({ picture: storefrontFaultWords().pictureGone })

    await insertDraft(tx, { organizationId, id: ctx.ids.next(), previousId: draft.id, blocks, head, language: firstLanguageOf(draft, ctx.offered), deed })
  })
}

/** The first change keeps the page that was made from what the school has, so that undo can lead back to it. */
async function keepStart(tx: Tx, ctx: EditorCtx): Promise<Version> {
  const [id, page] = [ctx.ids.next(), startingVersion(ctx)]
  await insertDraft(tx, { organizationId: ctx.organizationId, id, previousId: null, ...page, deed: 'begin' })
  return { id, number: 1, previousId: null, ...page, deed: 'begin', isPublished: false, publishedAt: null }
}

/** The page that is made from what the school has: in its own language, like all that it said before. */
export function startingVersion({ words, offered }: EditorCtx): Pick<Version, 'blocks' | 'head' | 'language'> {
  return { blocks: startingPage(words), head: emptyHead, language: offered[0] ?? null }
}
