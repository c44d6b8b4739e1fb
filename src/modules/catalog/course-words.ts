export const courseStatuses = ['draft', 'published', 'unlisted'] as const
export type CourseStatus = (typeof courseStatuses)[number]

export const lessonKinds = ['text', 'video', 'audio', 'pdf', 'file'] as const
export type LessonKind = (typeof lessonKinds)[number]

export const knownLevels = ['beginner', 'improver', 'intermediate', 'advanced'] as const
