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

  main: 'Main',
  mainPhone: 'Main, phone',
  more: 'More',
  waiting: 'waiting',

  keepAsItIs: 'Keep as it is',

  copied: 'Copied',
  copy: 'Copy',

  close: 'Close',

  dropFiles: 'Drop files here, or tap to choose.',
  files: 'Files',
  uploaded: 'Uploaded',
  tryAgain: 'Try again',
  stopUploading: (name: string) => `Stop uploading ${name}`,
  uploading: (name: string) => `Uploading ${name}`,

  colours: 'Colours',

  error: 'Error',
  dismiss: 'Dismiss',
}
