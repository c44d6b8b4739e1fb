import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  signInTitle: 'Bitte melden Sie sich an',
  signInText: 'Diese Seite ist für Menschen, die angemeldet sind.',
  notAllowedTitle: 'Das gehört nicht zu Ihrer Rolle',
  notAllowedText: 'Wer die Schule leitet, kann Rollen unter „Personen“ ändern.',
  notFoundTitle: 'Unter dieser Adresse ist nichts',
  notFoundText: 'Vielleicht ist die Seite umgezogen, oder dem Link fehlt ein Buchstabe.',
  overTitle: 'Das ist vorbei',
  overText: 'Der Link wurde schon benutzt, zurückgenommen oder ist zu alt.',
  tooManyTitle: 'Etwas langsamer, bitte',
  tooManyText: 'Das waren viele Versuche in kurzer Zeit. Bitte warten Sie ein paar Minuten.',
  awayTitle: 'Gleich wieder da',
  awayText: 'Die Datenbank ist gerade nicht zu erreichen. Es ist nichts verloren; bitte versuchen Sie es gleich noch einmal.',
  ourFaultTitle: 'Bei uns ist etwas schiefgegangen',
  ourFaultText: 'Es ist notiert. Bitte versuchen Sie es gleich noch einmal.',
  didNotWorkTitle: 'Das hat nicht geklappt',
  didNotWorkText: 'Bitte gehen Sie zurück und versuchen Sie es noch einmal.',
  toFirstPage: 'Zur ersten Seite',
  noSchool: 'Hier ist keine Schule',
  checkAddress: 'Bitte prüfen Sie die Adresse.',
}
