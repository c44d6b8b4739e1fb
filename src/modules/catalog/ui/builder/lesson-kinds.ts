import { AudioLines, FileDown, FileText, Play, Type, type LucideIcon } from 'lucide-react'
import type { LessonKind } from '../../course-words.ts'
import { builderWords } from '../words/builder-words.ts'

/** What each kind of lesson is called, and drawn as. */
export const kindWords = (): Record<LessonKind, { label: string; icon: LucideIcon }> => ({
  text: { label: builderWords().text, icon: Type },
  video: { label: builderWords().video, icon: Play },
  audio: { label: builderWords().audio, icon: AudioLines },
  pdf: { label: builderWords().pdf, icon: FileText },
  file: { label: builderWords().file, icon: FileDown },
})
