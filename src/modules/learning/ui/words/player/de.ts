import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  offline: 'Sie sind offline. Was Sie ansehen, wird gemerkt und gesendet, sobald die Verbindung wieder da ist.',
  done: 'Erledigt',
  watched: (floor) => `${floor} % angesehen. Ab 90 % gilt sie als erledigt.`,
  doneNext: 'Erledigt, weiter',
  markDone: 'Erledigt',
  complete: 'Vollständig',

  pause: 'Anhalten',
  play: 'Abspielen',
  back: (skipSeconds) => `${skipSeconds} Sekunden zurück`,
  on: (skipSeconds) => `${skipSeconds} Sekunden vor`,
  soundOn: 'Ton ein',
  soundOff: 'Ton aus',
  volume: 'Lautstärke',
  fullScreen: 'Vollbild',
  loopRange: (clockText, clockText2) => `Schleife ${clockText}–${clockText2}`,
  loop: 'Schleife',
  fromToHere: (clockText) => `Von ${clockText} bis hier`,
  repeatOrGoOn: 'Diese Stelle wiederholen oder weiterspielen',
  marksStart: 'Setzt den Anfang der Stelle, die wiederholt wird',
  marksEnd: 'Setzt das Ende und wiederholt',
  forgetPassage: 'Stelle vergessen',
  speedKept: 'Tempo, die Tonhöhe bleibt',
  speed: 'Tempo',
  pitchKept: ', gleiche Tonhöhe',

  player: 'Player',
  notArrived: 'Die Aufnahme ist nicht angekommen. Ihre Stelle darin ist gemerkt.',
  tryAgain: 'Noch einmal versuchen',

  position: 'Position',
  timeOf: (time, time2) => `${time} von ${time2}`,
  passageStart: 'Anfang der Stelle',
  passageEnd: 'Ende der Stelle',

  downloads: 'Downloads',
  downloadNamed: (name) => `${name} herunterladen`,
  download: 'Herunterladen',
  audio: 'Audio',
  video: 'Video',
  picture: 'Bild',
  file: 'Datei',

  text: 'Text',

  minutesSeconds: (minutes, whole) => `${count(minutes, { one: '# Minute', other: '# Minuten' })} ${count(whole, { one: '# Sekunde', other: '# Sekunden' })}`,
  seconds: (whole) => `${count(whole, { one: '# Sekunde', other: '# Sekunden' })}`,
}
