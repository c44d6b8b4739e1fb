import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** The player: its bar, its keys, the lesson beside it. */
export const en = {
  offline: 'You are offline. What you watch is kept and sent when the line is back.',
  done: 'Done',
  watched: (floor: number) => `${floor}% watched. From 90% on it counts as done.`,
  doneNext: 'Mark done, next',
  markDone: 'Mark done',
  complete: 'Complete',

  pause: 'Pause',
  play: 'Play',
  back: (skipSeconds: number) => `Back ${skipSeconds} seconds`,
  on: (skipSeconds: number) => `On ${skipSeconds} seconds`,
  soundOn: 'Sound on',
  soundOff: 'Sound off',
  volume: 'Volume',
  fullScreen: 'Full screen',
  loopRange: (clockText: string, clockText2: string) => `Loop ${clockText}–${clockText2}`,
  loop: 'Loop',
  fromToHere: (clockText: string) => `From ${clockText} to here`,
  repeatOrGoOn: 'Repeat this passage, or go on',
  marksStart: 'Marks the start of a passage to repeat',
  marksEnd: 'Marks the end, and repeats',
  forgetPassage: 'Forget the passage',
  speedKept: 'Speed, the pitch is kept',
  speed: 'Speed',
  pitchKept: ', pitch kept',

  player: 'Player',
  notArrived: 'The recording did not arrive. Your place in it is kept.',
  tryAgain: 'Try again',

  position: 'Position',
  timeOf: (time: string, time2: string) => `${time} of ${time2}`,
  passageStart: 'Start of the passage',
  passageEnd: 'End of the passage',

  downloads: 'Downloads',
  downloadNamed: (name: string) => `Download ${name}`,
  download: 'Download',
  audio: 'Audio',
  video: 'Video',
  picture: 'Picture',
  file: 'File',

  text: 'Text',

  minutesSeconds: (minutes: number, whole: number) => `${count(minutes, { one: '# minute', other: '# minutes' })} ${count(whole, { one: '# second', other: '# seconds' })}`,
  seconds: (whole: number) => `${count(whole, { one: '# second', other: '# seconds' })}`,
}
