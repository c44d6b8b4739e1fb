import { AppError } from '#platform/errors/app-error.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { fileWords } from './words/file-words.ts'

/** The bytes are not what they were said to be, or nothing this school may offer. The sentence says which. */
export class FileRefused extends AppError {
  constructor(refusal: string) {
    super({ code: 'file-refused', status: 422, publicMessage: refusal })
  }
}

/** More bytes than this installation takes in one file. */
export class FileTooLarge extends AppError {
  constructor(limitBytes: number) {
    const [value, unit] = limitBytes >= 1024 ** 3 ? [limitBytes / 1024 ** 3, 'gigabyte'] : limitBytes >= 1024 ** 2 ? [limitBytes / 1024 ** 2, 'megabyte'] : [limitBytes, 'byte']
    const limit = new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: 1, useGrouping: false }).format(value)
    super({ code: 'file-too-large', status: 413, publicMessage: fileWords().tooLarge(limit) })
  }
}

/** The end of an upload was told before all of it had come. */
export class UploadIncomplete extends AppError {
  constructor() {
    super({ code: 'upload-incomplete', status: 409, publicMessage: fileWords().notAllCame })
  }
}
