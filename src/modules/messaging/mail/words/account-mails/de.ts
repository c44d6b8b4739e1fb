import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const hello = (name: string) => `Guten Tag${name ? ` ${name}` : ''},`

export const de: Shape<typeof en> = {
  whyThis: (place) => `Jemand hat diese Adresse bei ${place} eingegeben. Wenn Sie es nicht waren, können Sie diese E-Mail einfach liegen lassen: Ohne den Link passiert nichts.`,
  nothingHappened: 'Wenn Sie es nicht waren, ist nichts passiert, und Sie müssen nichts tun.',
  signIn: 'Anmelden',

  confirm: 'Bestätigen Sie Ihre Adresse',
  confirmGreeting: (name) => `${hello(name)} Ihr Konto ist fast fertig.`,
  confirmText: 'Bestätigen Sie bitte, dass diese Adresse Ihnen gehört. Der Link gilt einmal, einen Tag lang.',
  confirmLabel: 'Adresse bestätigen',

  exists: 'Sie haben schon ein Konto',
  existsGreeting: (name) => `${hello(name)} jemand wollte mit dieser Adresse ein Konto anlegen, aber es gibt schon eines.`,
  existsText: 'Wenn Sie es waren, melden Sie sich an. Wenn Sie Ihr Passwort nicht mehr wissen, schickt Ihnen dieselbe Seite einen Link.',

  link: 'Ihr Link zum Anmelden',
  linkHeading: 'Mit einem Tipp anmelden',
  linkGreeting: (name) => `${hello(name)} hier ist der Link, um den Sie gebeten haben.`,
  linkText: 'Er meldet Sie einmal an, innerhalb von 20 Minuten.',

  reset: 'Wählen Sie ein neues Passwort',
  resetGreeting: (name) => `${hello(name)} hier ist der Link zu einem neuen Passwort. Er gilt einmal, eine Stunde lang.`,
  resetText: 'Mit dem neuen Passwort werden Sie überall sonst abgemeldet.',
}
