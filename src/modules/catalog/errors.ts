import { AppError } from '#platform/errors/app-error.ts'
import { builderWords } from './ui/words/builder-words.ts'

/** A course cannot be published as it stands; the sentence says what is missing. */
export class CourseNotReady extends AppError {
  readonly missing: readonly string[]

  constructor(missing: readonly string[]) {
    super({ code: 'course-not-ready', status: 409, publicMessage: builderWords().courseNotReady(missing.join(builderWords().andAlso)) })
    this.missing = missing
  }
}

/** People have bought or begun the course, so it stays. */
export class CourseInUse extends AppError {
  constructor(figures: { students: number; orders: number }) {
    super({ code: 'course-in-use', status: 409, publicMessage: builderWords().courseInUse(figures.students, figures.orders) })
  }
}
