import { redirect } from 'react-router'
import {
  addBlock, bringBack, discardDraft, keepTranslations, moveBlock, publishPage, readBlockForm, readTranslationForm, redoChange, removeBlock, translateBlock, undoChange, writeBlock, type EditorCtx,
} from '#modules/storefront/index.ts'
import { isBlockKind } from '#modules/storefront/blocks/blocks.schema.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { languages, type Language } from '#platform/i18n/languages.ts'
import { siteWords } from '../../words/site-words.ts'
import { answerDone, wordOf } from '../courses/form-answer.ts'
import { writtenParameter } from './writing.ts'

/** What a deed on the page answers: a sentence to say, or the block to go to. */
type Outcome = { said: string | null; toBlock?: string }
type Deed = (ctx: EditorCtx, form: FormData) => Promise<Outcome>

const silent: Outcome = { said: null }

/** What the forms of the site's pages may ask for. */
const deeds: Record<string, Deed> = {
  add: async (ctx, form) => {
    const kind = wordOf(form, 'kind')
    if (!isBlockKind(kind)) throw new NotFound(`no block of the kind ${kind.slice(0, 40)}`)
    const { blockId } = await addBlock(ctx, { kind })
    return { said: null, toBlock: blockId }
  },
  remove: async (ctx, form) => {
    await removeBlock(ctx, { blockId: wordOf(form, 'block') })
    return { said: siteWords().blockRemoved }
  },
  move: async (ctx, form) => {
    await moveBlock(ctx, { blockId: wordOf(form, 'block'), to: placeOf(wordOf(form, 'to')) })
    return silent
  },
  undo: async (ctx) => silently(undoChange(ctx)),
  redo: async (ctx) => silently(redoChange(ctx)),
  publish: async (ctx) => {
    await publishPage(ctx)
    return { said: siteWords().publishedNow }
  },
  discard: async (ctx) => {
    await discardDraft(ctx)
    return { said: siteWords().discarded }
  },
  'bring-back': async (ctx, form) => {
    await bringBack(ctx, { versionId: wordOf(form, 'version') })
    return { said: siteWords().broughtBack }
  },
}

/** The forms of one block's page. */
const blockDeeds: Record<string, (ctx: EditorCtx, blockId: string, form: FormData) => Promise<Outcome>> = {
  write: async (ctx, blockId, form) => {
    await writeBlock(ctx, { blockId, write: (block) => keepTranslations(block, readBlockForm(block.kind, form)) })
    return silent
  },
  translate: async (ctx, blockId, form) => {
    const language = languageIn(form)
    await translateBlock(ctx, { blockId, language, write: (block) => readTranslationForm(block, form, language) })
    return silent
  },
  'add-picture': async (ctx, blockId, form) => {
    const fileId = wordOf(form, 'fileId')
    await writeBlock(ctx, {
      blockId,
      write: (block) => {
        if (block.kind === 'gallery') return { ...block, items: [...block.items, { fileId, alt: '', caption: '', translations: {} }].slice(0, 24) }
        if ('picture' in block) return { ...block, picture: fileId }
        throw new NotFound('this block shows no pictures')
      },
    })
    return silent
  },
}

/**
 * Does what a form of the site's pages asks for.
 *
 * @param place `blockId` where the form stands on the page of one block
 * @throws NotFound for a deed that there is not
 */
export async function changeSite(ctx: EditorCtx, request: Request, form: FormData, place: { site: string; blockId?: string }) {
  const intent = wordOf(form, 'intent')
  const outcome = await carryOut(ctx, intent, form, place.blockId)
  const here = `${place.blockId ? `${place.site}/blocks/${place.blockId}` : place.site}${writtenIn(request)}`
  if (outcome.toBlock) return redirect(`${place.site}/blocks/${outcome.toBlock}`, 303)
  if (intent === 'remove') return place.blockId ? redirect(place.site, 303) : answerDone(request, here, outcome.said)
  return answerDone(request, here, outcome.said)
}

async function carryOut(ctx: EditorCtx, intent: string, form: FormData, blockId: string | undefined): Promise<Outcome> {
  const blockDeed = blockId && Object.hasOwn(blockDeeds, intent) ? blockDeeds[intent] : undefined
  if (blockDeed && blockId) return blockDeed(ctx, blockId, form)

  const deed = Object.hasOwn(deeds, intent) ? deeds[intent] : undefined
  if (!deed) throw new NotFound(`no deed ${intent.slice(0, 40)} on the site`)
  return deed(ctx, form)
}

/**
 * The language that a form of the editor is about.
 *
 * @throws NotFound for one that the program does not speak
 */
export function languageIn(form: FormData): Language {
  const language = languages.find((known) => known === wordOf(form, writtenParameter))
  if (!language) throw new NotFound('a text in a language that nobody speaks here')
  return language
}

/** Who works without script comes back to the language that they were writing. */
export function writtenIn(request: Request): string {
  const language = languages.find((known) => known === new URL(request.url).searchParams.get(writtenParameter))
  return language ? `?${writtenParameter}=${language}` : ''
}

async function silently(work: Promise<void>): Promise<Outcome> {
  await work
  return silent
}

function placeOf(word: string): 'up' | 'down' | number {
  if (word === 'up' || word === 'down') return word
  if (!/^\d{1,3}$/.test(word)) throw new InvalidInput({ to: siteWords().placeIsNumber })
  return Number(word)
}
