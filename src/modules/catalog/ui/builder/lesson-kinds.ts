import { AudioLines, FileDown, FileText, Play, Type, type LucideIcon } from 'lucide-react'
import type { LessonKind } from '../../course-words.ts'

/** What each kind of lesson is called, and drawn as. */
export const kindWords: Record<LessonKind, { label: string; icon: LucideIcon }> = {
  text: { label: 'Text', icon: Type },
  video: { label: 'Video', icon: Play },
  audio: { label: 'Audio', icon: AudioLines },
  pdf: { label: 'PDF', icon: FileText },
  file: { label: 'File', icon: FileDown },
}
