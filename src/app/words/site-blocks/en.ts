import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** What the editor of the site calls each kind of block, its layouts, and what was done with one. */
export const en = {
  kinds: {
    hero: {
      label: 'Opening',
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
      hint: 'Who you are and how you teach.',
      layouts: {
        column: { label: 'Column', hint: 'Heading at the left, text to read at the right.' },
        beside: { label: 'With picture', hint: 'A tall picture beside the text. Needs a picture.' },
        statement: { label: 'Statement', hint: 'A few sentences, set large on a tinted ground.' },
      },
    },
    courses: {
      label: 'Courses',
      hint: 'What is on your site, in your order, with prices.',
      layouts: {
        shelf: { label: 'Shelf', hint: 'Covers side by side.' },
        rows: { label: 'Programme', hint: 'One line each, like a printed programme.' },
        lead: { label: 'One ahead', hint: 'The first one large, the others in short beside it.' },
        cells: { label: 'Squares', hint: 'In ruled squares, the subject first, like a school timetable.' },
        tracks: { label: 'Tracks', hint: 'Numbered, each with a waveform of its own.' },
      },
    },
    products: {
      label: 'Products',
      hint: 'What else you sell: downloads, music, bundles.',
      layouts: {
        shelf: { label: 'Shelf', hint: 'Covers side by side.' },
        tracks: { label: 'Catalogue', hint: 'One line each, music with its own waveform.' },
      },
    },
    people: {
      label: 'People',
      hint: 'Everybody who is shown in public, from their profiles.',
      layouts: {
        faces: { label: 'Faces', hint: 'A picture, a name, what they teach.' },
        rows: { label: 'With words', hint: 'Each with what they say of themselves.' },
        names: { label: 'Credits', hint: 'Large names, like the end of a film.' },
        portraits: { label: 'Portraits', hint: 'A drawn portrait each, with words and figures from the profile.' },
      },
    },
    schedule: {
      label: 'Weekly timetable',
      hint: 'What takes place every week: day, time, with whom and where. To be read, not to be booked.',
      layouts: {
        week: { label: 'Week in columns', hint: 'The days side by side; on a phone, under each other.' },
        days: { label: 'Day by day', hint: 'The days under each other, with their rows beside.' },
      },
    },
    testimonials: {
      label: 'Voices',
      hint: 'What people say of you, in their own words.',
      layouts: {
        columns: { label: 'Columns', hint: 'All of them, side by side.' },
        single: { label: 'One at a time', hint: 'One large; the next comes by swiping.' },
        rows: { label: 'Rows', hint: 'Name at the left, words at the right.' },
      },
    },
    text: {
      label: 'Text',
      hint: 'Anything else that you want to say.',
      layouts: {
        narrow: { label: 'Narrow', hint: 'One column in the middle, easy to read.' },
        columns: { label: 'Two columns', hint: 'For longer text.' },
        band: { label: 'Band', hint: 'On a ground of its own, for what matters.' },
      },
    },
    gallery: {
      label: 'Pictures',
      hint: 'Your rooms, your work, your people.',
      layouts: {
        grid: { label: 'Grid', hint: 'Rows of equal pictures.' },
        strip: { label: 'Strip', hint: 'Side by side from edge to edge, to be swiped.' },
        mosaic: { label: 'Mosaic', hint: 'Every fifth one large.' },
      },
    },
    contact: {
      label: 'Contact form',
      hint: 'Visitors write, you get a mail and answer it.',
      layouts: {
        beside: { label: 'Two halves', hint: 'Words at the left, the form at the right.' },
        centred: { label: 'Centred', hint: 'On a ground of its own.' },
      },
    },
    embed: {
      label: 'Player',
      hint: 'A video or recording from YouTube, Vimeo, SoundCloud or Spotify.',
      layouts: {
        wide: { label: 'Wide', hint: 'As wide as the page.' },
        beside: { label: 'Words beside', hint: 'A sentence at the left, the player at the right.' },
      },
    },
  },
  verbs: { add: 'adding', remove: 'removing', move: 'moving', change: 'a change to', translate: 'translating', discard: 'letting the draft go', 'bring back': 'bringing an earlier page back' },
  deed: (verb: string, label: string) => [verb, label].filter(Boolean).join(' '),
  blocks: (number: number) => count(number, { one: '# block', other: '# blocks' }),
  added: (number: number, names: string) => `${count(number, { one: '# block', other: '# blocks' })} added: ${names}`,
  removed: (number: number, names: string) => `${count(number, { one: '# block', other: '# blocks' })} removed: ${names}`,
  changed: (number: number, names: string) => `${count(number, { one: '# block', other: '# blocks' })} changed: ${names}`,
}
