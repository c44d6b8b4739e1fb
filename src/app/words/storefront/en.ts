/** What a school's pages say by themselves where the school said nothing. */
export const en = {
  about: (school: string) => `About ${school}`,
  voices: 'What people say',
  writeTo: (school: string) => `Write to ${school}`,
  watchAndListen: 'Watch and listen',
  writeToUs: 'Write to us',
  tryAFreeOne: 'Try a free one',
  onItsWay: 'Your message is on its way',
  answersTo: (school: string) => `${school} answers to the address you gave.`,
  backTo: (school: string) => `Back to ${school}`,
}
