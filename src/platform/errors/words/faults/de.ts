import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  nothingHere: 'Unter dieser Adresse ist nichts.',
  notYourRole: 'Das gehört nicht zu Ihrer Rolle in dieser Schule. Wer die Schule leitet, kann Rollen unter „Personen“ ändern.',
  signIn: 'Bitte melden Sie sich an.',
  lookAgain: 'Einige Felder brauchen noch einen Blick.',
  tooManyTries: (minutes) => `Zu viele Versuche. Bitte warten Sie ${count(minutes, { one: 'eine Minute', other: '# Minuten' })} und versuchen Sie es noch einmal.`,
  ourSide: 'Bei uns ist etwas schiefgegangen. Es ist notiert; bitte versuchen Sie es noch einmal.',
  noDatabase: 'CourseCove erreicht seine Datenbank gerade nicht. Es ging nichts verloren; bitte versuchen Sie es gleich noch einmal.',
  atMost: (characters) => `Höchstens ${characters} Zeichen, bitte.`,
  atLeast: (characters) => `Mindestens ${characters} Zeichen, bitte.`,
  fillIn: 'Bitte füllen Sie das aus.',
  doesNotFit: 'Das passt hier nicht. Bitte sehen Sie noch einmal hin.',
}
