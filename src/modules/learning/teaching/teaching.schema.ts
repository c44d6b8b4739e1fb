/** A student of a course, as those who teach see it. */
export interface StudentProgress {
  enrolmentId: string
  name: string
  /** An ended one keeps what was learned. */
  status: 'active' | 'ended'
  startedAt: string
  completedAt: string | null
  lastSeenAt: string | null
  lastLessonTitle: string | null
  completedCount: number
  lessonCount: number
  percent: number
}

/** One page of a course's students, newest first. */
export interface StudentPage {
  course: { id: string; title: string; slug: string }
  students: StudentProgress[]
  /** How many there are in all. */
  studentCount: number
  /** Give it as `after` to read on; null on the last page. */
  nextCursor: string | null
}

/** Who is learning what just now. */
export interface LearningNow {
  enrolmentId: string
  name: string
  courseId: string
  courseTitle: string
  lessonTitle: string
  /** Of the lesson for what is played, else of the course. 0 to 100. */
  percent: number
  seenAt: string
}

/** What the first page of the studio says about learning. */
export interface TeachingFigures {
  newStudentsThisMonth: number
  newStudentsLastMonth: number
  activeLearnersThisWeek: number
  studentCount: number
  coursesFinishedThisMonth: number
  coursesFinishedEver: number
}

/** What the school earned this month, after the platform's fee and refunds. */
export interface MonthRevenue {
  /** ISO 4217 in small letters. */
  currency: string
  schoolCents: number
  /** The month before, up to the same day and hour. */
  beforeCents: number
  orderCount: number
}

/** How far a school is set up; each is a fact that the database was asked for. */
export interface SetUpFacts {
  hasCourse: boolean
  hasPrice: boolean
  hasLesson: boolean
  isPublished: boolean
  hasInvited: boolean
  payouts: 'none' | 'onboarding' | 'active' | 'restricted'
  /** A published course with a price above nothing. */
  hasPaidCourse: boolean
  /** Published, and yet nobody can begin it. */
  publishedWithoutPrice: { id: string; title: string }[]
  publishedWithoutLessons: { id: string; title: string }[]
}
