import { RichTextField } from '#modules/catalog/ui/builder/rich-text-field.tsx'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FieldOf } from './field-of.ts'
import { GalleryFields } from './gallery-fields.tsx'
import { PictureField } from './picture-field.tsx'
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
  /** What was typed and not taken, by name. */
  values: Record<string, string>
}

type FieldsProps<Kind extends Block['kind']> = { block: Block<Kind>; ground: FormGround }

/** The fields of one block, by its kind. */
export function BlockFields({ block, ground }: { block: Block; ground: FormGround }) {
  switch (block.kind) {
    case 'hero':
      return <HeroFields block={block} ground={ground} />
    case 'about':
      return <AboutFields block={block} ground={ground} />
    case 'courses':
      return <CoursesFields block={block} ground={ground} />
    case 'people':
      return <Heading block={block} ground={ground} hint="Left empty: Teachers. Who is shown, and what is said of them, stands in their profiles." />
    case 'testimonials':
      return <TestimonialFields block={block} ground={ground} />
    case 'text':
      return (
        <>
          <Heading block={block} ground={ground} hint="Left empty, the text stands without one." />
          <Html block={block} ground={ground} label="Text" />
        </>
      )
    case 'gallery':
      return (
        <>
          <Heading block={block} ground={ground} hint="Left empty, the pictures stand without one." />
          <GalleryFields block={block} ground={ground} />
        </>
      )
    case 'contact':
      return (
        <>
          <Heading block={block} ground={ground} hint={`Left empty: Write to ${ground.schoolName}.`} />
          <TextareaField label="Words beside the form" hint="When you answer, an address, a telephone number." {...ground.fieldOf('text', block.text)} maxLength={500} optional />
        </>
      )
    case 'embed':
      return <EmbedFields block={block} ground={ground} />
  }
}

function Heading({ block, ground, hint }: { block: Block; ground: FormGround; hint: string }) {
  return <TextField label="Heading" hint={hint} {...ground.fieldOf('title', block.title)} maxLength={120} optional autoComplete="off" />
}

function Html({ block, ground, label }: { block: Block<'about'> | Block<'text'>; ground: FormGround; label: string }) {
  const { name, defaultValue, error } = ground.fieldOf('html', block.html)
  return <RichTextField name={name} label={label} defaultHtml={defaultValue} error={error} onTouch={ground.onTouch} />
}

function HeroFields({ block, ground }: FieldsProps<'hero'>) {
  const { fieldOf } = ground
  const actions = [{ value: 'courses', label: 'To the courses' }, { value: 'contact', label: 'To the contact form, if there is one' }, { value: 'none', label: 'No button' }]
  return (
    <>
      <TextField label="Headline" hint={`Left empty: ${ground.schoolName}.`} {...fieldOf('title', block.title)} maxLength={120} optional autoComplete="off" />
      <TextareaField label="Introduction" hint="Two or three sentences under the headline." {...fieldOf('text', block.text)} maxLength={500} optional />
      <SelectField label="Button" {...fieldOf('action', block.action)} options={actions} />
      <PictureField block={block} ground={ground} />
    </>
  )
}

function AboutFields({ block, ground }: FieldsProps<'about'>) {
  return (
    <>
      <Heading block={block} ground={ground} hint={`Left empty: About ${ground.schoolName}.`} />
      <Html block={block} ground={ground} label="Text" />
      <PictureField block={block} ground={ground} />
    </>
  )
}

function CoursesFields({ block, ground }: FieldsProps<'courses'>) {
  const { fieldOf, subjects } = ground
  const known = [...new Set([...subjects, block.subject])].filter(Boolean)
  return (
    <>
      <Heading block={block} ground={ground} hint="Left empty: Courses." />
      <SelectField label="Which courses" {...fieldOf('subject', block.subject)} options={[{ value: '', label: 'All' }, ...known.map((subject) => ({ value: subject, label: `Only ${subject}` }))]} />
      <SelectField label="How many at most" hint="A link leads to the others." {...fieldOf('most', String(block.most))} options={['3', '6', '12'].map((value) => ({ value, label: value }))} />
    </>
  )
}

function EmbedFields({ block, ground }: FieldsProps<'embed'>) {
  const { fieldOf } = ground
  return (
    <>
      <Heading block={block} ground={ground} hint="Left empty: Watch and listen." />
      <TextField label="Address" hint="Of a video or recording at YouTube, Vimeo, SoundCloud or Spotify. Visitors load it only when they press play." type="url" {...fieldOf('address', block.address)} maxLength={500} autoComplete="off" placeholder="https://" />
      <TextareaField label="Words beside it" {...fieldOf('text', block.text)} maxLength={500} optional />
    </>
  )
}
