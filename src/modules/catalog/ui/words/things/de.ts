import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

/** @param article Der or Das: what is sold here has no other */
const thing = (article: 'Der' | 'Das', noun: string, more: { label?: string; open?: string } = {}) => ({
  label: more.label ?? noun,
  with: (teacher: string) => `${more.label ?? noun} mit ${teacher}`,
  backTo: `Zurück zum ${noun}`,
  signInAs: (email: string) => `Melden Sie sich als ${email} an, dann liegt ${article.toLowerCase()} ${noun} bei Ihren anderen Sachen. Noch kein Passwort? Lassen Sie sich dort einen Link schicken. Oder nehmen Sie eine andere Adresse.`,
  emailHint: `Dorthin gehen der Beleg und der Weg zu Ihrem ${noun}.`,
  get: `${noun} holen`,
  opensAtOnce: `${article} ${noun} steht sofort bei Ihren Kursen.`,
  debitTakesDays: `${article} ${noun} steht sofort bei Ihren Kursen. Eine Lastschrift braucht ein paar Tage; wir schreiben Ihnen, wenn sie da ist.`,
  isYours: `${article} ${noun} gehört Ihnen`,
  isYoursCheckMail: `${article} ${noun} gehört Ihnen. Sehen Sie in Ihre E-Mails`,
  open: more.open ?? 'Öffnen',
})

export const de: Shape<typeof en> = {
  course: thing('Der', 'Kurs', { open: 'Jetzt lernen' }),
  download: thing('Der', 'Download'),
  bundle: thing('Das', 'Paket'),
  'lead-magnet': thing('Der', 'Download', { label: 'Kostenloser Download' }),
}
