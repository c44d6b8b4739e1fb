import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** What the parts of the design system say themselves. */
export const en = {
  skip: 'Skip to content',
  optional: 'optional',
  breadcrumb: 'Breadcrumb',
  faults: (faults: number) => count(faults, { one: 'One thing needs your attention', other: '# things need your attention' }),
  pagesOf: (label: string) => `${label}, pages`,
  newer: 'Newer',
  older: 'Older',
  mailsStayHere: 'This installation sends no mail. What it writes stands in its mailbox.',
  openMailbox: 'Open the mailbox',
  language: 'Language',
}
