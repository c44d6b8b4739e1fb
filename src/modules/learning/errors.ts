import { AppError } from '#platform/errors/app-error.ts'
import { libraryWords } from './ui/words/library-words.ts'

/** A report claims more seconds than have passed. Not stored; sending it again changes nothing. */
export class ImpossibleReport extends AppError {
  constructor(newSeconds: number, allowedSeconds: number) {
    super({
      code: 'impossible-report',
      status: 422,
      publicMessage: libraryWords().impossibleReport,
      message: `a report claims ${newSeconds} new seconds where ${Math.round(allowedSeconds)} are possible`,
    })
  }
}

/** The course has a price: it begins with a checkout. */
export class CourseNotFree extends AppError {
  constructor() {
    super({ code: 'course-not-free', status: 409, publicMessage: libraryWords().courseNotFree })
  }
}

/** What somebody paid for was to be taken without giving the money back. */
export class EnrolmentWasBought extends AppError {
  constructor() {
    super({ code: 'enrolment-was-bought', status: 409, publicMessage: libraryWords().wasBought })
  }
}
