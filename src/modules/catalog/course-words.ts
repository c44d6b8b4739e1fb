export const courseStatuses = ['draft', 'published', 'unlisted'] as const
export type CourseStatus = (typeof courseStatuses)[number]

export const lessonKinds = ['text', 'video', 'audio', 'pdf', 'file'] as const
export type LessonKind = (typeof lessonKinds)[number]

/** What a course may be about; decides which cover is drawn. Any other word is kept as it is. */
export const knownSubjects = ['piano', 'guitar', 'voice', 'violin', 'drums', 'theory', 'ear', 'composition'] as const
export const knownLevels = ['beginner', 'improver', 'intermediate', 'advanced'] as const
