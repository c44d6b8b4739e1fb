import type { LessonKind } from '../progress/completion.ts'

/** One line of the syllabus beside the player. */
export interface PlayerLessonLine {
  id: string
  title: string
  kind: LessonKind
  durationSeconds: number | null
  isComplete: boolean
}

export interface PlayerSection {
  id: string
  title: string
  lessons: PlayerLessonLine[]
}

/** What is played, by a link that expires. */
export interface PlayerMedia {
  kind: 'video' | 'audio'
  src: string
  mediaType: string
  sizeBytes: number
}

/** A file to keep, by a link that expires. */
export interface PlayerDownload {
  fileId: string
  name: string
  /** Saves the file. */
  href: string
  /** Shows the file in a tab of its own; null for kinds that browsers do not show. */
  openHref: string | null
  mediaType: string
  sizeBytes: number
}

/** The lesson in front of the learner. */
export interface PlayerLesson {
  id: string
  title: string
  kind: LessonKind
  durationSeconds: number | null
  /** Cleaned when it was saved: tags of the lesson editor only. */
  bodyHtml: string
  media: PlayerMedia | null
  /** The lesson's own file first when it is one to read or keep, then what is attached. */
  downloads: PlayerDownload[]
  /** Where playing goes on, in seconds. */
  resumeSeconds: number
  /** 0 to 1. */
  watchedShare: number
  isComplete: boolean
  completedBy: 'watched' | 'marked' | null
}

export interface PlayerCourse {
  id: string
  slug: string
  title: string
  /** What it teaches; decides which cover is drawn. */
  subject: string
  lessonCount: number
  completedCount: number
  percent: number
  /** Every lesson was complete once. */
  isComplete: boolean
}

/** What stands at a lesson's address for the one who asks. */
export type PlayerView =
  | {
      kind: 'lesson'
      /** A preview is how those who run the course see it: nothing is recorded. */
      mode: 'learner' | 'preview'
      /** What the one who asks is to the school; null without a membership. */
      role: 'owner' | 'admin' | 'instructor' | 'assistant' | 'student' | 'guardian' | null
      course: PlayerCourse
      sections: PlayerSection[]
      lesson: PlayerLesson
      previous: { id: string; title: string } | null
      next: { id: string; title: string } | null
    }
  /** There was access, and it ended. */
  | { kind: 'ended'; course: { slug: string; title: string }; endedAt: string | null }
  | { kind: 'not-enrolled'; courseSlug: string }
