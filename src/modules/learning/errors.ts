import { AppError } from '#platform/errors/app-error.ts'

/** A report claims more seconds than have passed. Not stored; sending it again changes nothing. */
export class ImpossibleReport extends AppError {
  constructor(newSeconds: number, allowedSeconds: number) {
    super({
      code: 'impossible-report',
      status: 422,
      publicMessage: 'This says that more was watched than the time allows. Your progress before it is kept.',
      message: `a report claims ${newSeconds} new seconds where ${Math.round(allowedSeconds)} are possible`,
    })
  }
}

/** The course has a price: it begins with a checkout. */
export class CourseNotFree extends AppError {
  constructor() {
    super({ code: 'course-not-free', status: 409, publicMessage: 'This course is not free. You can buy it on its page.' })
  }
}

/** What somebody paid for was to be taken without giving the money back. */
export class EnrolmentWasBought extends AppError {
  constructor() {
    super({ code: 'enrolment-was-bought', status: 409, publicMessage: 'This course was bought. Refund the order; the enrolment ends with it.' })
  }
}
