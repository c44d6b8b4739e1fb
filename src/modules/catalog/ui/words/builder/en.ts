import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** Making courses and lessons, and what is refused there. */
export const en = {
  sectionRenamed: 'The section has its new name.',
  sectionRemoved: 'The section is removed.',
  sectionRemovedWith: (lessons: number) => `The section is removed, with ${count(lessons, { one: 'its lesson', other: 'its # lessons' })}.`,
  hasNoPrice: 'It has no price now.',
  isFreeNow: 'It is free now.',
  priceSavedOldAtCheckout: 'The price is saved. Whoever is at the checkout now still pays the old one.',
  priceSaved: 'The price is saved.',
  unlistedNow: 'People who have the address can find it; it is on no list.',
  draftAgain: 'It is a draft again.',
  draftAgainKeeping: (people: number) => `It is a draft again. ${count(people, { one: 'One person keeps', other: '# people keep' })} access.`,
  onYourSiteNow: 'It is on your site.',
  onYourSiteNotPayable: 'It is on your site. Nobody can buy it until payouts are set up.',
  placeIsNumber: 'A place in the order is a whole number, from 0 on.',

  uploadInPlace: 'The upload is in its place.',
  textOnlyNow: 'It has its text only now.',

  priceAndPlace: 'Price and place on the site',

  settingsTitle: (title: string) => `Settings · ${title} · Studio`,

  coursesTitle: (schoolName: string) => `Courses · ${schoolName}`,
  coursesText: 'What you teach, in the order of your site. Drafts are seen by your team only.',
  backToFirst: 'Back to the first',

  kind: 'Kind',
  add: 'Add',

  firstSectionCalled: 'What is the first section called?',
  newSection: 'New section',

  preview: 'Preview',
  seePage: 'See the page',
  settings: 'Settings',
  publish: 'Publish',

  draft: 'Draft',
  published: 'Published',
  unlisted: 'Unlisted',

  status: 'Status',
  price: 'Price',
  noneYet: 'None yet',
  free: 'Free',

  deleteNamed: (title: string) => `Delete “${title}”…`,
  nobodyBought: 'Nobody has bought or begun it. This cannot be undone.',

  toDownload: 'To download',
  filesToDownload: 'Files to download',
  takeNamedAway: (name: string) => `Take ${name} away`,
  takeAway: 'Take away',
  addFiles: 'Add files',
  anythingBut: 'Anything but programs and web pages.',

  title: 'Title',
  text: 'Text',
  textBeside: 'Text beside it',
  freePreview: 'Free preview',

  video: 'Video',
  audio: 'Audio',
  file: 'File',
  pdf: 'PDF',

  dragNamed: (title: string) => `Drag ${title}`,
  empty: 'Empty',

  chooseVideo: 'Choose the video',
  videoHint: 'MP4, WebM or MOV. Drop it here, or tap to choose.',
  chooseRecording: 'Choose the recording',
  recordingHint: 'MP3, M4A, WAV, OGG or FLAC. Drop it here, or tap to choose.',
  choosePdf: 'Choose the PDF',
  dropHere: 'Drop it here, or tap to choose.',
  chooseFile: 'Choose the file',
  fileHint: 'Anything but programs and web pages. Drop it here, or tap to choose.',
  replaceOrRemove: 'Replace or remove it…',
  removeIt: 'Remove it',
  textOnlyThen: 'The lesson then has its text only.',
  uploadsNeedScript: 'Uploads need JavaScript: large files are sent in pieces, so that nothing is lost when the connection breaks.',

  writeAddress: 'Write an address such as https://example.org.',
  linkAddress: 'Address of the link',
  set: 'Set',
  remove: 'Remove',

  begin: 'Begin',

  beginWithSection: 'Begin with a section',
  howToMove: 'Press space to lift, arrow keys to move, space to put down, escape to cancel.',
  savingOrder: 'Saving the order…',
  orderSaved: 'The order is saved.',
  lifted: (titleOf: string) => `Lifted ${titleOf}.`,
  isOver: (titleOf: string, titleOf2: string) => `${titleOf} is over ${titleOf2}.`,
  isNowhere: (titleOf: string) => `${titleOf} is nowhere.`,
  putAt: (titleOf: string, titleOf2: string) => `Put ${titleOf} at the place of ${titleOf2}.`,
  putBack: (titleOf: string) => `Put ${titleOf} back.`,

  priceHint: 'Once, for good. Write 0 to make it free.',
  whoSetsPrices: 'Owners and admins set prices.',
  noPriceYet: 'None yet.',
  freeSentence: 'Free.',
  savePrice: 'Save the price',
  nobodyCanBuy: 'Nobody can buy it until payouts are set up.',
  setUpPayouts: 'Set up payouts',
  ownerCan: 'The owner of the school can do that.',

  removeNamed: (title: string) => `Remove “${title}”…`,

  bold: 'Bold',
  italic: 'Italic',
  struckOut: 'Struck out',
  code: 'Code',
  heading: 'Heading',
  smallerHeading: 'Smaller heading',
  list: 'List',
  numberedList: 'Numbered list',
  quote: 'Quote',
  line: 'Line',
  undo: 'Undo',
  redo: 'Redo',
  link: 'Link',
  formatting: 'Formatting',

  writtenAsHtml: 'Written as HTML: paragraphs, headings, lists, links, emphasis.',

  changeOrRemove: (what: string) => `Change it into something of yours, or remove it: ${what}`,
  sampleCame: 'A sample came with your school, and visitors see it',
  removeSample: 'Remove the sample',
  keepAsOwn: 'Keep it as your own',

  saving: 'Saving…',
  notSaved: 'Not saved: something needs another look.',
  notSavedYet: 'Changes that are not saved yet',
  savedAt: (time: string) => `Saved at ${time}`,
  leaveWithoutSaving: 'Leave without saving?',
  changesLost: 'What you changed on this page since it was last saved is lost.',
  leave: 'Leave without saving',
  stayHere: 'Stay here',

  dragSection: (title: string) => `Drag section ${title}`,

  moreFor: (title: string) => `More for ${title}`,
  sectionName: 'Name of the section',
  rename: 'Rename',
  removeSection: 'Remove the section',

  summary: 'Summary',
  summaryHint: 'One or two sentences, on the card and under the title.',
  outcomesHint: 'One a line. Four to six are read best.',
  subject: 'Subject',
  subjectHint: 'Decides which cover is drawn.',
  level: 'Level',
  levelHint: 'Shown under the title.',
  nobodyNamed: 'Nobody named',
  address: 'Address',
  addressHint: (addressStart: string) => `${addressStart}… Links to the old address stop working when you change it.`,
  saveSettings: 'Save the settings',
  notSaid: 'Not said',

  onYourSite: 'On your site',
  listOnSite: 'List it on the site',
  publishByLink: 'Publish by link only',
  onlyByLink: 'Only by link',
  backToDraft: 'Back to draft',
  asDraft: 'As a draft, nobody can begin it any more.',
  priceOrFree: 'A price, or free',
  priceByOwner: 'A price, or free: the owner sets it',
  readyToPublish: 'Ready to be published.',
  beforePublishing: 'Before it can be published:',
  done: 'Done:',
  stillToDo: 'Still to do:',


  moveNamedUp: (title: string) => `Move ${title} up`,
  moveUp: 'Move up',
  moveNamedDown: (title: string) => `Move ${title} down`,
  moveDown: 'Move down',

  connectionBroke: 'The connection broke. What was sent is kept; try again to go on from there.',
  lookingAtFile: 'Looking at the file…',
  underAMinute: 'less than a minute left',
  minutesLeft: (minutes: number) => `about ${count(minutes, { one: '# minute', other: '# minutes' })} left`,

  noLongerThere: 'This is no longer there.',
  giveTitle: 'Give it a title.',
  titleTooLong: 'Keep the title under 160 letters.',
  slugLetters: 'Use small letters, digits and hyphens, up to 80 of them.',
  subjectTooLong: 'Keep the subject under 40 letters.',
  levelTooLong: 'Keep the level under 40 letters.',
  summaryTooLong: 'Keep the summary under 400 letters.',
  descriptionTooLong: 'The description is too long.',
  under4000: 'Keep this under 4,000 letters.',
  twelveLines: 'Twelve lines are enough; more are not read.',
  chooseLessonKind: 'Choose what kind of lesson it is.',
  lessonTextTooLong: 'This text is too long for one lesson.',
  tickOrLeave: 'Tick it, or leave it empty.',
  priceAsNumber: 'Write the price as a number, such as 89 or 89.50.',
  priceAsNumberOrFree: 'Write the price as a number, such as 89 or 89.50. For a free course, write 0.',

  courseNotReady: (missing: string) => `Before it can be published, ${missing}.`,
  andAlso: ', and ',
  courseInUse: (students: number, orders: number) => `It cannot be deleted: ${[students > 0 ? count(students, { one: 'one person has it', other: '# people have it' }) : '', orders > 0 ? count(orders, { one: '# order names it', other: '# orders name it' }) : ''].filter(Boolean).join(' and ')}. You can take it off the site instead.`,

  lessonNeedsContent: 'put something in it to read, watch, hear or download',
  needsPrice: 'set a price, or make it free',

  siteNeedsPrice: 'A course on your site needs a price. Write 0 to make it free.',

  notTeachingHere: 'This person does not teach here any more. Choose another one.',
  addressTaken: (slug: string) => `Another course has the address “${slug}”. Choose another one.`,

  fileGone: 'This file is not here any more. Upload it again.',

  fileGoneOrWrong: 'This file is not here any more, or not of the right kind. Upload it again.',
}
