import { RichTextField } from '#modules/catalog/ui/builder/rich-text-field.tsx'
import { useKindWords } from '#modules/catalog/ui/words/kind-words.ts'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { FieldOf } from './field-of.ts'
import { GalleryFields } from './gallery-fields.tsx'
import { PictureField } from './picture-field.tsx'
import { ScheduleFields } from './schedule-fields.tsx'
import { TestimonialFields } from './testimonial-fields.tsx'

/** What the forms of blocks need besides the block. */
export interface FormGround {
  fieldOf: FieldOf
  /** Something changed that no field tells by itself. */
  onTouch: () => void
  /** Links to the pictures that are ready, by the file's id. */
  pictures: Record<string, string>
  uploadsHref: string
  subjects: readonly string[]
  schoolName: string
  /** With which day the week begins for who writes; 1 is Monday. */
  firstDay: number
  /** What was typed and not taken, by name. */
  values: Record<string, string>
}

type FieldsProps<Kind extends Block['kind']> = { block: Block<Kind>; ground: FormGround }

/** The fields of one block, by its kind. */
export function BlockFields({ block, ground }: { block: Block; ground: FormGround }) {
  const words = siteWords()
  switch (block.kind) {
    case 'hero':
      return <HeroFields block={block} ground={ground} />
    case 'about':
      return <AboutFields block={block} ground={ground} />
    case 'courses':
      return <CoursesFields block={block} ground={ground} />
    case 'products':
      return <ProductsFields block={block} ground={ground} />
    case 'people':
      return <Heading block={block} ground={ground} hint={words.peopleHint} />
    case 'schedule':
      return <ScheduleFields block={block} ground={ground} />
    case 'testimonials':
      return <TestimonialFields block={block} ground={ground} />
    case 'text':
      return (
        <>
          <Heading block={block} ground={ground} hint={words.textWithoutHeading} />
          <Html block={block} ground={ground} label={words.text} />
        </>
      )
    case 'gallery':
      return (
        <>
          <Heading block={block} ground={ground} hint={words.picturesWithoutHeading} />
          <GalleryFields block={block} ground={ground} />
        </>
      )
    case 'contact':
      return (
        <>
          <Heading block={block} ground={ground} hint={words.contactHint(ground.schoolName)} />
          <TextareaField label={words.wordsBesideForm} hint={words.wordsBesideFormHint} {...ground.fieldOf('text', block.text)} maxLength={500} optional />
        </>
      )
    case 'embed':
      return <EmbedFields block={block} ground={ground} />
  }
}

function Heading({ block, ground, hint }: { block: Block; ground: FormGround; hint: string }) {
  return <TextField label={siteWords().heading} hint={hint} {...ground.fieldOf('title', block.title)} maxLength={120} optional autoComplete="off" />
}

function Html({ block, ground, label }: { block: Block<'about'> | Block<'text'>; ground: FormGround; label: string }) {
  const { name, defaultValue, error } = ground.fieldOf('html', block.html)
  return <RichTextField name={name} label={label} defaultHtml={defaultValue} error={error} onTouch={ground.onTouch} />
}

function HeroFields({ block, ground }: FieldsProps<'hero'>) {
  const words = siteWords()
  const { fieldOf } = ground
  const actions = [{ value: 'courses', label: useKindWords().seeTheCourses }, { value: 'contact', label: words.toContact }, { value: 'none', label: words.noButton }]
  return (
    <>
      <TextField label={words.headline} hint={words.leftEmpty(ground.schoolName)} {...fieldOf('title', block.title)} maxLength={120} optional autoComplete="off" />
      <TextareaField label={words.introduction} hint={words.introductionHint} {...fieldOf('text', block.text)} maxLength={500} optional />
      <SelectField label={words.button} {...fieldOf('action', block.action)} options={actions} />
      <PictureField block={block} ground={ground} />
    </>
  )
}

function AboutFields({ block, ground }: FieldsProps<'about'>) {
  const words = siteWords()
  return (
    <>
      <Heading block={block} ground={ground} hint={words.aboutHint(ground.schoolName)} />
      <Html block={block} ground={ground} label={words.text} />
      <PictureField block={block} ground={ground} />
    </>
  )
}

function CoursesFields({ block, ground }: FieldsProps<'courses'>) {
  const words = siteWords()
  const { fieldOf, subjects } = ground
  const known = [...new Set([...subjects, block.subject])].filter(Boolean)
  return (
    <>
      <Heading block={block} ground={ground} hint={words.coursesHint} />
      <SelectField label={words.whichCourses} {...fieldOf('subject', block.subject)} options={[{ value: '', label: words.all }, ...known.map((subject) => ({ value: subject, label: words.onlySubject(subject) }))]} />
      <HowMany block={block} ground={ground} />
    </>
  )
}

function ProductsFields({ block, ground }: FieldsProps<'products'>) {
  return (
    <>
      <Heading block={block} ground={ground} hint={siteWords().productsHint} />
      <HowMany block={block} ground={ground} />
    </>
  )
}

function HowMany({ block, ground }: { block: Block<'courses'> | Block<'products'>; ground: FormGround }) {
  const words = siteWords()
  return <SelectField label={words.howMany} hint={words.howManyHint} {...ground.fieldOf('most', String(block.most))} options={['3', '6', '12'].map((value) => ({ value, label: value }))} />
}

function EmbedFields({ block, ground }: FieldsProps<'embed'>) {
  const words = siteWords()
  const { fieldOf } = ground
  return (
    <>
      <Heading block={block} ground={ground} hint={words.playerHint} />
      <TextField label={words.address} hint={words.addressHint} type="url" {...fieldOf('address', block.address)} maxLength={500} autoComplete="off" placeholder={'https://'} />
      <TextareaField label={words.wordsBeside} {...fieldOf('text', block.text)} maxLength={500} optional />
    </>
  )
}
