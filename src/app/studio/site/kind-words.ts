import { AlignLeft, CirclePlay, GraduationCap, Images, Mail, Megaphone, MessageSquareQuote, TextQuote, UsersRound, type LucideIcon } from 'lucide-react'
import type { Block, BlockKind } from '#modules/storefront/blocks/blocks.schema.ts'

interface KindWords {
  label: string
  icon: LucideIcon
  /** What it is for, before somebody adds it. */
  hint: string
  layouts: Record<string, { label: string; hint: string }>
}

/** What the editor calls each kind of block and its layouts. */
export const kindWords: Record<BlockKind, KindWords> = {
  hero: {
    label: 'Opening',
    icon: Megaphone,
    hint: 'The first thing visitors read: a headline, a sentence, a button.',
    layouts: {
      beside: { label: 'Picture beside', hint: 'Words at the left, your picture or a drawing at the right.' },
      band: { label: 'Edge to edge', hint: 'Your picture across the page, or your colour as the ground.' },
      type: { label: 'Large type', hint: 'The headline fills the page, the rest is quiet.' },
      horizon: { label: 'Horizon', hint: 'Words in the middle over hills and a sun, or over your picture under an arch.' },
      index: { label: 'Subjects beside', hint: 'Words on squared paper, and a list of the subjects you teach.' },
      portraits: { label: 'People first', hint: 'A headline, and everybody who is shown in public with what they say in figures.' },
      wave: { label: 'Waveform', hint: 'The headline over a recording that is drawn from your name.' },
    },
  },
  about: {
    label: 'About',
    icon: TextQuote,
    hint: 'Who you are and how you teach.',
    layouts: {
      column: { label: 'Column', hint: 'Heading at the left, text to read at the right.' },
      beside: { label: 'With picture', hint: 'A tall picture beside the text. Needs a picture.' },
      statement: { label: 'Statement', hint: 'A few sentences, set large on a tinted ground.' },
    },
  },
  courses: {
    label: 'Courses',
    icon: GraduationCap,
    hint: 'What is on your site, in your order, with prices.',
    layouts: {
      shelf: { label: 'Shelf', hint: 'Covers side by side.' },
      rows: { label: 'Programme', hint: 'One line each, like a printed programme.' },
      lead: { label: 'One ahead', hint: 'The first course large, the others in short beside it.' },
      cells: { label: 'Squares', hint: 'In ruled squares, the subject first, like a school timetable.' },
      tracks: { label: 'Tracks', hint: 'Numbered, each with a waveform of its own.' },
    },
  },
  people: {
    label: 'People',
    icon: UsersRound,
    hint: 'Everybody who is shown in public, from their profiles.',
    layouts: {
      faces: { label: 'Faces', hint: 'A picture, a name, what they teach.' },
      rows: { label: 'With words', hint: 'Each with what they say of themselves.' },
      names: { label: 'Credits', hint: 'Large names, like the end of a film.' },
      portraits: { label: 'Portraits', hint: 'A drawn portrait each, with words and figures from the profile.' },
    },
  },
  testimonials: {
    label: 'Voices',
    icon: MessageSquareQuote,
    hint: 'What students and parents say, in their own words.',
    layouts: {
      columns: { label: 'Columns', hint: 'All of them, side by side.' },
      single: { label: 'One at a time', hint: 'One large; the next comes by swiping.' },
      rows: { label: 'Rows', hint: 'Name at the left, words at the right.' },
    },
  },
  text: {
    label: 'Text',
    icon: AlignLeft,
    hint: 'Anything else that you want to say.',
    layouts: {
      narrow: { label: 'Narrow', hint: 'One column in the middle, easy to read.' },
      columns: { label: 'Two columns', hint: 'For longer text.' },
      band: { label: 'Band', hint: 'On a ground of its own, for what matters.' },
    },
  },
  gallery: {
    label: 'Pictures',
    icon: Images,
    hint: 'Your rooms, your concerts, your people.',
    layouts: {
      grid: { label: 'Grid', hint: 'Rows of equal pictures.' },
      strip: { label: 'Strip', hint: 'Side by side from edge to edge, to be swiped.' },
      mosaic: { label: 'Mosaic', hint: 'Every fifth one large.' },
    },
  },
  contact: {
    label: 'Contact form',
    icon: Mail,
    hint: 'Visitors write, you get a mail and answer it.',
    layouts: {
      beside: { label: 'Two halves', hint: 'Words at the left, the form at the right.' },
      centred: { label: 'Centred', hint: 'On a ground of its own.' },
    },
  },
  embed: {
    label: 'Player',
    icon: CirclePlay,
    hint: 'A video or recording from YouTube, Vimeo, SoundCloud or Spotify.',
    layouts: {
      wide: { label: 'Wide', hint: 'As wide as the page.' },
      beside: { label: 'Words beside', hint: 'A sentence at the left, the player at the right.' },
    },
  },
}

/** Why a block is not shown to visitors as it stands; null where it is. */
export function whyEmpty(block: Block, facts: { peopleCount: number }): string | null {
  switch (block.kind) {
    case 'about':
    case 'text':
      return block.html ? null : 'No text yet: not shown'
    case 'testimonials':
      return block.items.length > 0 ? null : 'No voices yet: not shown'
    case 'gallery':
      return block.items.length > 0 ? null : 'No pictures yet: not shown'
    case 'embed':
      return block.address ? null : 'No address yet: not shown'
    case 'people':
      return facts.peopleCount > 0 ? null : 'Nobody is shown in public yet'
    case 'hero':
    case 'courses':
    case 'contact':
      return null
  }
}

const verbs: Record<string, string> = { add: 'adding', remove: 'removing', move: 'moving', change: 'a change to', discard: 'letting the draft go', 'bring back': 'bringing an earlier page back' }

/** A deed such as `move courses`, as a button names it: "moving Courses". */
export function deedInWords(deed: string): string {
  const [verb = '', kind = ''] = /^(bring back|\w+) ?(.*)$/.exec(deed)?.slice(1) ?? []
  const label = kind === 'head' ? 'the words for search' : Object.hasOwn(kindWords, kind) ? kindWords[kind as BlockKind].label : ''
  return [verbs[verb] ?? verb, label].filter(Boolean).join(' ')
}
