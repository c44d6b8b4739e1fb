/** What is refused of a school’s first page and of its look. */
export const en = {
  mostBlocks: (blocksMax: number) => `A page holds ${blocksMax} blocks. Remove one before you add another.`,

  pictureGone: 'This picture is not here any more, or is none. Upload it again.',

  chooseColour: 'Choose a colour, like #8a3324.',
  chooseTypeface: 'Choose a typeface from the list.',
  chooseOfThree: 'Choose one of the three.',

  mostCharacters: (most: number) => `Use at most ${most} characters.`,
  textTooLong: 'This text is too long for one block.',
  chooseLayout: 'Choose a layout from the list.',
  pictureGoneChoose: 'This picture is not here any more. Choose it again.',
  writeWhatSaid: 'Write what they said, or empty the whole entry.',
  most600: 'Use at most 600 characters.',
  sayWho: 'Say who said it.',
  most80: 'Use at most 80 characters.',
  chooseButton: 'Choose where the button leads.',
  chooseHowMany: 'Choose how many from the list.',
  twelveVoices: 'Twelve voices are enough; more are not read.',
  chooseDay: 'Choose a day of the week.',
  whenBegins: 'Say when it begins, such as 16:00.',
  howLong: (least: number, most: number) => `Say how many minutes it takes, from ${least} to ${most}.`,
  sayWhat: 'Say what it is, or remove this row.',
  mostRows: (most: number) => `A timetable holds ${most} rows.`,
  mostPictures: 'A gallery holds 24 pictures.',
  whichAddress: 'Use the address of a video or player at YouTube, Vimeo, SoundCloud or Spotify.',

  cutAt70: 'Use at most 70 characters: more is cut off.',
  cutAt200: 'Use at most 200 characters: more is cut off.',
  languageNotSpoken: (language: string) => `Your site does not speak ${language} now. Switch it on under Settings, Languages, and write on.`,
}
