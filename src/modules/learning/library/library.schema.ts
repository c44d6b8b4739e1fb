/** A course on someone's own shelf, ready to show. */
export interface LibraryCourse {
  courseId: string
  slug: string
  title: string
  /** What it teaches; decides which cover is drawn. */
  subject: string
  coverUrl: string | null
  teacherName: string | null
  lessonCount: number
  completedCount: number
  /** 0 to 100; 100 only when every lesson is complete. */
  percent: number
  /** Null before all lessons were complete for the first time. */
  completedAt: string | null
  /** The lesson to go on with; null for a course without lessons. */
  next: { lessonId: string; title: string } | null
  /** The person has not opened a lesson yet. */
  isNew: boolean
}
