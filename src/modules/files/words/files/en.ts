import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** What is refused of a file that somebody sends. */
export const en = {
  tooLarge: (limit: string) => `This file is larger than ${limit}, the most that can be uploaded here.`,
  notAllCame: 'Not all of this file has come yet. Try again to go on from where it stopped.',

  notTaken: 'This file was not taken.',
  needsName: 'The file needs a name.',
  nameTooLong: 'The name of this file is too long.',
  sayPurpose: 'Say what the file is for: video, audio, pdf, file or image.',
  saySize: 'Say how large the file is.',
  sayWholeBytes: 'Say how large the file is, in whole bytes.',
  isEmpty: 'This file is empty.',
  isTooLarge: 'This file is too large.',

  otherBytes: 'Other bytes came than were announced. Please send the file again.',

  noVideo: 'This is not a video that browsers can play. MP4, WebM and MOV work.',
  noRecording: 'This is not a recording that browsers can play. MP3, M4A, WAV, OGG and FLAC work.',
  noPdf: 'This is not a PDF.',
  noPicture: 'This file cannot be used as a picture. PNG, JPEG, WebP, GIF and AVIF work; export a drawing, such as an SVG, as PNG.',
  noProgram: 'Programs and web pages cannot be offered as downloads. Put it into a ZIP archive if your students need it.',

  onlyRead: 'Files are only read here.',
  linkExpired: 'This link has expired or never was one. Open the page again to get a new one.',
  endsBefore: 'The file ends before that.',
}
