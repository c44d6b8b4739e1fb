import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  tooLarge: (limit) => `Diese Datei ist größer als ${limit}. Mehr lässt sich hier nicht hochladen.`,
  notAllCame: 'Von dieser Datei ist noch nicht alles da. Versuchen Sie es noch einmal, dann geht es dort weiter, wo es aufhörte.',

  notTaken: 'Diese Datei wurde nicht angenommen.',
  needsName: 'Die Datei braucht einen Namen.',
  nameTooLong: 'Der Name dieser Datei ist zu lang.',
  sayPurpose: 'Sagen Sie, wofür die Datei ist: video, audio, pdf, file oder image.',
  saySize: 'Sagen Sie, wie groß die Datei ist.',
  sayWholeBytes: 'Sagen Sie in ganzen Bytes, wie groß die Datei ist.',
  isEmpty: 'Diese Datei ist leer.',
  isTooLarge: 'Diese Datei ist zu groß.',

  otherBytes: 'Es kamen andere Bytes als angekündigt. Bitte senden Sie die Datei noch einmal.',

  noVideo: 'Dieses Video können Browser nicht abspielen. MP4, WebM und MOV gehen.',
  noRecording: 'Diese Aufnahme können Browser nicht abspielen. MP3, M4A, WAV, OGG und FLAC gehen.',
  noPdf: 'Das ist kein PDF.',
  noPicture: 'Diese Datei geht nicht als Bild. PNG, JPEG, WebP, GIF und AVIF gehen; speichern Sie eine Zeichnung, etwa ein SVG, als PNG.',
  noProgram: 'Programme und Webseiten können hier nicht angeboten werden. Packen Sie sie in ein ZIP-Archiv, wenn sie gebraucht werden.',

  onlyRead: 'Dateien werden hier nur gelesen.',
  linkExpired: 'Dieser Link ist abgelaufen oder war nie einer. Öffnen Sie die Seite noch einmal, dann bekommen Sie einen neuen.',
  endsBefore: 'So weit reicht die Datei nicht.',
}
