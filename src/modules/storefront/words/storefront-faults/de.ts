import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  mostBlocks: (blocksMax) => `Eine Seite fasst ${blocksMax} Blöcke. Entfernen Sie einen, bevor Sie einen weiteren hinzufügen.`,

  pictureGone: 'Dieses Bild ist nicht mehr hier oder ist keines. Laden Sie es noch einmal hoch.',

  chooseColour: 'Wählen Sie eine Farbe wie #8a3324.',
  chooseTypeface: 'Wählen Sie eine Schrift aus der Liste.',
  chooseOfThree: 'Wählen Sie eines der drei.',

  mostCharacters: (most) => `Höchstens ${most} Zeichen.`,
  textTooLong: 'Dieser Text ist zu lang für einen Block.',
  chooseLayout: 'Wählen Sie eine Anordnung aus der Liste.',
  pictureGoneChoose: 'Dieses Bild ist nicht mehr hier. Wählen Sie es noch einmal.',
  writeWhatSaid: 'Schreiben Sie, was gesagt wurde, oder leeren Sie den ganzen Eintrag.',
  most600: 'Höchstens 600 Zeichen.',
  sayWho: 'Nennen Sie, wer es gesagt hat.',
  most80: 'Höchstens 80 Zeichen.',
  chooseButton: 'Wählen Sie, wohin der Knopf führt.',
  chooseHowMany: 'Wählen Sie eine Anzahl aus der Liste.',
  twelveVoices: 'Zwölf Stimmen genügen; mehr liest man nicht.',
  chooseDay: 'Wählen Sie einen Wochentag.',
  whenBegins: 'Nennen Sie den Beginn, etwa 16:00.',
  howLong: (least, most) => `Nennen Sie die Dauer in Minuten, von ${least} bis ${most}.`,
  sayWhat: 'Nennen Sie, was stattfindet, oder entfernen Sie die Zeile.',
  mostRows: (most) => `Ein Stundenplan fasst ${most} Zeilen.`,
  mostPictures: 'Eine Galerie fasst 24 Bilder.',
  whichAddress: 'Nehmen Sie die Adresse eines Videos oder Players bei YouTube, Vimeo, SoundCloud oder Spotify.',

  cutAt70: 'Höchstens 70 Zeichen: Mehr wird abgeschnitten.',
  cutAt200: 'Höchstens 200 Zeichen: Mehr wird abgeschnitten.',
  languageNotSpoken: (language) => `Ihre Website spricht gerade kein ${language}. Schalten Sie es unter Einstellungen, Sprachen ein und schreiben Sie weiter.`,
}
