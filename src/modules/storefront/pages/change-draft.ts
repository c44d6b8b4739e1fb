import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { isId } from '#modules/catalog/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { addBlockIn, isSamePage, moveBlockIn, newBlock, writeBlockIn } from '../blocks/arrange.ts'
import { blocksMax, picturesOf, type Block, type BlockContent, type BlockKind } from '../blocks/blocks.schema.ts'
import { emptyHead, type PageHead } from '../blocks/head.schema.ts'
import { startingPage, type SchoolWords } from '../blocks/starting-page.ts'
import { PageFull } from '../errors.ts'
import { storefrontFaultWords } from '../words/storefront-fault-words.ts'
import { publishPage } from './publish-page.ts'
import { findDraft, insertDraft, listReadyPictures, lockPage, type Version } from './versions.queries.ts'

/** The context of those who arrange the page: who, in which school, and what the school said before. */
export interface EditorCtx extends TenantCtx {
  words: SchoolWords
}

/**
 * Puts a new block of a kind at the end, or after another.
 *
 * @returns the id of the new block
 * @throws NotAllowed without school.manage; PageFull
 */
export async function addBlock(ctx: EditorCtx, input: { kind: BlockKind; after?: string | null }): Promise<{ blockId: string }> {
  const blockId = ctx.ids.next()
  await changingDraft(ctx, `add ${input.kind}`, (blocks) => {
    if (blocks.length >= blocksMax) throw new PageFull()
    return addBlockIn(blocks, newBlock(input.kind, blockId), input.after ?? null)
  })
  return { blockId }
}

/**
 * Takes a block off the page. Undo brings it back.
 *
 * @throws NotAllowed; NotFound for a block that is not there
 */
export async function removeBlock(ctx: EditorCtx, input: { blockId: string }): Promise<void> {
  await changingBlock(ctx, input.blockId, 'remove', (blocks) => blocks.filter(({ id }) => id !== input.blockId))
}

/**
 * Moves a block by one place, or to a place counted from 0.
 *
 * @throws NotAllowed; NotFound
 */
export async function moveBlock(ctx: EditorCtx, input: { blockId: string; to: 'up' | 'down' | number }): Promise<void> {
  const { blockId, to } = input
  await changingBlock(ctx, blockId, 'move', (blocks) => {
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
  await changingBlock(ctx, input.blockId, 'change', (blocks, block) => writeBlockIn(blocks, input.blockId, input.write(block)))
}

/**
 * Writes what search engines and messengers are told of the page.
 *
 * @throws NotAllowed
 */
export async function writeHead(ctx: EditorCtx, head: PageHead): Promise<void> {
  await changingDraft(ctx, 'change head', (blocks) => blocks, head)
}

/**
 * Puts a whole page in the place of the draft and publishes it; undo brings the page before back into the draft.
 *
 * @throws NotAllowed; InvalidInput for pictures that are not the school's
 */
export async function layPage(ctx: EditorCtx, blocks: readonly Block[]): Promise<void> {
  await changingDraft(ctx, 'lay page', () => [...blocks])
  await publishPage(ctx)
}

async function changingBlock(ctx: EditorCtx, blockId: string, verb: string, change: (blocks: Block[], block: Block) => Block[]): Promise<void> {
  await changingDraft(ctx, (blocks) => `${verb} ${blocks.find(({ id }) => id === blockId)?.kind ?? ''}`, (blocks) => {
    const block = blocks.find(({ id }) => id === blockId)
    if (!block) throw new NotFound('no such block on the page')
    return change(blocks, block)
  })
}

/** Every change is a version after the draft; one that changes nothing is none. */
async function changingDraft(ctx: EditorCtx, deed: string | ((blocks: Block[]) => string), change: (blocks: Block[]) => Block[], newHead?: PageHead): Promise<void> {
  const { organizationId } = ctx
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    await lockPage(tx, organizationId)
    const draft = (await findDraft(tx, organizationId)) ?? (await keepStart(tx, ctx))
    const blocks = change(draft.blocks)
    const head = newHead ?? draft.head
    if (isSamePage(blocks, draft.blocks) && head.title === draft.head.title && head.description === draft.head.description) return

    const wanted = picturesOf(blocks)
    const ready = new Set((await listReadyPictures(tx, organizationId, wanted.filter(isId))).map(({ fileId }) => fileId))
    if (wanted.some((fileId) => !ready.has(fileId))) throw new InvalidInput({ picture: storefrontFaultWords().pictureGone })

    await insertDraft(tx, { organizationId, id: ctx.ids.next(), previousId: draft.id, blocks, head, deed: typeof deed === 'string' ? deed : deed(draft.blocks) })
  })
}

/** The first change keeps the page that was made from what the school has, so that undo can lead back to it. */
async function keepStart(tx: Tx, ctx: EditorCtx): Promise<Version> {
  const [id, blocks] = [ctx.ids.next(), startingPage(ctx.words)]
  await insertDraft(tx, { organizationId: ctx.organizationId, id, previousId: null, blocks, head: emptyHead, deed: 'begin' })
  return { id, number: 1, previousId: null, blocks, head: emptyHead, deed: 'begin', isPublished: false, publishedAt: null }
}
