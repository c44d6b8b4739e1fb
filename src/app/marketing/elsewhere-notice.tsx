import { Notice } from '#ui/notice.tsx'
import type { ElsewhereDoor } from './elsewhere.ts'

type Sentences = Record<NonNullable<ElsewhereDoor['fault']>['kind'], (name: string) => { title: string; text: string }>

/** Why an account elsewhere opened nothing, and what to do now. */
export function ElsewhereNotice({ fault, sentences }: { fault: ElsewhereDoor['fault']; sentences: Sentences }) {
  if (!fault) return null
  const { title, text } = sentences[fault.kind](fault.name)
  return (
    <div role="alert">
      <Notice tone="warn" title={title} className="mb-6">
        {text}
      </Notice>
    </div>
  )
}
