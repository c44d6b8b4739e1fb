import type { ReactNode } from 'react'
import { RichTextField } from '#modules/catalog/ui/builder/rich-text-field.tsx'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { names } from '#modules/storefront/blocks/block-texts.schema.ts'
import { inWeek } from '#modules/storefront/blocks/in-week.schema.ts'
import { textsOf } from '#modules/storefront/blocks/translations.schema.ts'
import { nameOfLanguage } from '#platform/i18n/name-of-language.ts'
import { Prose } from '#ui/prose.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { FieldOf } from './field-of.ts'
import { rowInWords } from './schedule-fields.tsx'
import type { Writing } from './writing.ts'

interface Ground {
  fieldOf: FieldOf
  /** Something changed that no field tells by itself. */
  onTouch: () => void
  writing: Writing
  /** Links to the pictures that are ready, by the file's id. */
  pictures: Record<string, string>
  /** With which day the week begins for who writes; 1 is Monday. */
  firstDay: number
}

type Said = { translations: Partial<Record<string, object>> }

/** The texts of a block in another language, each with what the first one says. */
export function TranslationFields({ block, ground }: { block: Block; ground: Ground }) {
  const words = siteWords()
  return (
    <>
      {textsOf(block).map((name) => (
        <TextIn key={name} name={name} label={labelOf(block, name)} thing={block} field={name} ground={ground} />
      ))}
      {block.kind === 'schedule' ? <ScheduleTexts block={block} ground={ground} /> : null}
      {block.kind === 'testimonials' ? block.items.map((item, place) => (
        <Entry key={item.id} title={`${words.voiceNumber(place + 1)} · ${item.name}`}>
          <input type="hidden" name={`id.${place}`} value={item.id} />
          <TextIn name={`quote.${place}`} label={words.whatTheySay} thing={item} field="quote" ground={ground} />
          <TextIn name={`about.${place}`} label={words.whoTheyAre} thing={item} field="about" ground={ground} />
        </Entry>
      )) : null}
      {block.kind === 'gallery' ? block.items.map((item, place) => (
        <Entry key={item.fileId} title={words.pictureNumber(place + 1)} picture={ground.pictures[item.fileId]}>
          <input type="hidden" name={`fileId.${place}`} value={item.fileId} />
          <TextIn name={`alt.${place}`} label={words.whatItShows} thing={item} field="alt" ground={ground} />
          <TextIn name={`caption.${place}`} label={words.wordsUnder} thing={item} field="caption" ground={ground} />
        </Entry>
      )) : null}
    </>
  )
}

/** The rows of a timetable, in the order of the week. */
function ScheduleTexts({ block, ground }: { block: Block<'schedule'>; ground: Ground }) {
  const words = siteWords()
  return inWeek(block.items, ground.firstDay).flatMap(({ rows }) => rows).map((row, place) => (
    <Entry key={row.id} title={rowInWords(row)}>
      <input type="hidden" name={`id.${place}`} value={row.id} />
      <TextIn name={`title.${place}`} label={words.what} thing={row} field="title" ground={ground} />
      {isSaid(row, 'who', ground) ? <TextIn name={`who.${place}`} label={words.withWhom} thing={row} field="who" ground={ground} /> : null}
      {isSaid(row, 'place', ground) ? <TextIn name={`place.${place}`} label={words.where} thing={row} field="place" ground={ground} /> : null}
    </Entry>
  ))
}

/** A week has many rows: what nobody said of one in any of both languages is not asked for. */
function isSaid(row: Said, field: string, { writing }: Ground): boolean {
  return textOf(row, field) !== '' || textOf(row.translations[writing.current] ?? {}, field) !== ''
}

function Entry({ title, picture, children }: { title: string; picture?: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4 border-t pt-5">
      <legend className="sr-only">{title}</legend>
      <div className="flex items-center gap-4">
        {picture ? <img src={picture} alt="" className="size-16 rounded-md bg-sunken object-cover" /> : null}
        <span aria-hidden="true" className="text-sm font-medium">
          {title}
        </span>
      </div>
      {children}
    </fieldset>
  )
}

/** The longest that each field takes; the schema says the same. */
const mosts: Record<string, number> = { title: 120, text: 500, pictureAlt: 200, quote: 600, about: 120, who: 120, place: 120, alt: 200, caption: 200 }
const severalLines = new Set(['text', 'quote'])

type TextInProps = { name: string; label: string; /** A block, or an entry of one. */ thing: Said; field: string; ground: Ground }

/** One text: its field, and what is read meanwhile where it is empty. */
function TextIn({ name, label, thing, field, ground }: TextInProps) {
  const { writing: { first, current }, fieldOf, onTouch } = ground
  const original = textOf(thing, field)
  const said = textOf(thing.translations[current] ?? {}, field)
  const given = fieldOf(name, said)
  const missing = original !== '' && said === '' && !names.has(field) ? siteWords().missingText(nameOfLanguage(first)) : undefined
  if (field === 'html') {
    return (
      <div className="grid gap-3">
        <div lang={current}>
          <RichTextField name={name} label={label} defaultHtml={given.defaultValue} error={given.error} onTouch={onTouch} />
        </div>
        {original === '' ? null : <Original html={original} first={first} missing={missing} />}
      </div>
    )
  }
  const Field = severalLines.has(field) ? TextareaField : TextField
  return <Field label={label} hint={missing} {...given} lang={current} placeholder={original} maxLength={mosts[field]} optional={original === '' || names.has(field)} autoComplete="off" />
}

/** The first language's formatted text, to write from: open where the other one is missing. */
function Original({ html, first, missing }: { html: string; first: Writing['first']; missing: string | undefined }) {
  return (
    <details open={missing !== undefined} className="rounded-md bg-sunken px-4 py-2.5">
      <summary className="touch text-sm text-ink-2">{missing ?? siteWords().textIn(nameOfLanguage(first))}</summary>
      <div lang={first} className="mt-2 text-sm">
        <Prose html={html} />
      </div>
    </details>
  )
}

function labelOf(block: Block, name: string): string {
  const words = siteWords()
  if (name === 'html') return words.text
  if (name === 'pictureAlt') return words.whatPictureShows
  if (name === 'title') return block.kind === 'hero' ? words.headline : words.heading
  return block.kind === 'hero' || block.kind === 'schedule' ? words.introduction : block.kind === 'contact' ? words.wordsBesideForm : words.wordsBeside
}

function textOf(thing: object, field: string): string {
  return String((thing as Record<string, unknown>)[field] ?? '')
}
