import { AppError } from '#platform/errors/app-error.ts'

/** The bytes are not what they were said to be, or nothing this school may offer. The sentence says which. */
export class FileRefused extends AppError {
  constructor(refusal: string) {
    super({ code: 'file-refused', status: 422, publicMessage: refusal })
  }
}

/** More bytes than this installation takes in one file. */
export class FileTooLarge extends AppError {
  constructor(limitBytes: number) {
    const limit = limitBytes >= 1024 ** 3 ? `${round(limitBytes / 1024 ** 3)} GB` : limitBytes >= 1024 ** 2 ? `${round(limitBytes / 1024 ** 2)} MB` : `${limitBytes} bytes`
    super({ code: 'file-too-large', status: 413, publicMessage: `This file is larger than ${limit}, the most that can be uploaded here.` })
  }
}

/** The end of an upload was told before all of it had come. */
export class UploadIncomplete extends AppError {
  constructor() {
    super({ code: 'upload-incomplete', status: 409, publicMessage: 'Not all of this file has come yet. Try again to go on from where it stopped.' })
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
