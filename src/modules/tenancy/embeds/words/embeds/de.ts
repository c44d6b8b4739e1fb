import type { en } from './en.ts'

export const de: typeof en = {
  tooLong: 'Das ist mehr, als hier gelesen werden kann.',
  noSite: (typed) => `„${typed}“ ist keine Adresse einer Website. Sie sieht so aus: https://www.ihre-website.de.`,
  tooMany: (most) => `Nennen Sie höchstens ${most} Websites.`,
}
