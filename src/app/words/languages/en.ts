/** The page on which a school chooses its languages. */
export const en = {
  title: 'Languages',
  text: 'In which languages your pages can be read: menus, buttons, the checkout and mails. What your first page says you write in each of them yourself, under Site.',
  settings: 'Settings',
  own: 'Language of your school',
  ownHint: 'Visitors who want none of the others read this one.',
  also: 'Can be read in',
  alsoHint: 'Visitors get it when their browser is set to it, or when they choose it at the foot of a page.',
  save: 'Save',
  saved: 'Saved',
  savedText: 'Your pages show it from now on.',
  seeFirstPage: 'See your first page',
}
