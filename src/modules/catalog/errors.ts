import { AppError } from '#platform/errors/app-error.ts'

/** A course cannot be published as it stands; the sentence says what is missing. */
export class CourseNotReady extends AppError {
  readonly missing: readonly string[]

  constructor(missing: readonly string[]) {
    super({ code: 'course-not-ready', status: 409, publicMessage: `Before this course can be published, ${missing.join(', and ')}.` })
    this.missing = missing
  }
}

/** People have bought or begun the course, so it stays. */
export class CourseInUse extends AppError {
  constructor(figures: { students: number; orders: number }) {
    const parts = [counted(figures.students, 'student has', 'students have') + ' it', counted(figures.orders, 'order names', 'orders name') + ' it']
    const said = [figures.students > 0 ? parts[0] : null, figures.orders > 0 ? parts[1] : null].filter(Boolean).join(' and ')
    super({ code: 'course-in-use', status: 409, publicMessage: `This course cannot be deleted: ${said}. You can take it off the site instead.` })
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
