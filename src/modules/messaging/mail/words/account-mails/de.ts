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

  change: 'Bestätigen Sie Ihre neue Adresse',
  changeGreeting: (name) => `${hello(name)} das soll die Adresse Ihres Kontos werden.`,
  changeText: 'Öffnen Sie den Link in dem Browser, in dem Sie angemeldet sind. Er gilt einmal, eine Stunde lang.',
  changeLabel: 'Diese Adresse nehmen',

  changedGreeting: (name, text) => `${hello(name)} ${text}`,
  changedByYou: 'Wenn Sie es waren, ist alles gut, und Sie müssen nichts tun.',
  changedLabel: 'Konto ansehen',
  changedByAnother: 'Wenn Sie es nicht waren, wählen Sie sofort ein neues Passwort: über „Passwort vergessen?“ auf der Seite zum Anmelden. Damit endet jede Sitzung Ihres Kontos.',
  changed: {
    'password-changed': { title: 'Ihr Passwort wurde geändert', text: 'das Passwort Ihres Kontos wurde geändert, und Sie wurden überall sonst abgemeldet.' },
    'address-changed': { title: 'Ihre Adresse wurde geändert', text: 'Ihr Konto hat jetzt eine andere Adresse. Mit dieser können Sie sich nicht mehr anmelden.' },
    'two-factor-on': { title: 'Zwei-Faktor-Anmeldung ist eingeschaltet', text: 'zum Anmelden brauchen Sie jetzt auch einen Code Ihrer Authenticator-App.' },
    'two-factor-off': { title: 'Zwei-Faktor-Anmeldung ist ausgeschaltet', text: 'zum Anmelden brauchen Sie keinen Code mehr.' },
    'recovery-code-used': { title: 'Ein Wiederherstellungscode wurde benutzt', text: 'jemand hat sich mit einem Ihrer Wiederherstellungscodes angemeldet. Dieser Code gilt nicht mehr.' },
    'passkey-added': { title: 'Ein Passkey kam dazu', text: 'Ihr Konto lässt sich mit einem weiteren Passkey öffnen.' },
    'elsewhere-linked': { title: 'Ein Konto anderswo wurde verknüpft', text: 'Ihr Konto lässt sich jetzt mit einem Konto bei einem anderen Anbieter öffnen. Welche das sind und wie Sie eines lösen, steht in Ihrem Konto unter „Konten anderswo“.' },
    'elsewhere-unlinked': { title: 'Ein Konto anderswo wurde gelöst', text: 'ein Konto bei einem anderen Anbieter öffnet Ihr Konto nicht mehr.' },
    'passkey-removed': { title: 'Ein Passkey wurde entfernt', text: 'ein Passkey öffnet Ihr Konto nicht mehr.' },
  },
}
