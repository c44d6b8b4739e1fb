import { Notice } from '#ui/notice.tsx'
import type { ElsewhereDoor } from './elsewhere.ts'

type Sentences = Record<NonNullable<ElsewhereDoor['fault']>['kind'], { title: (name: string) => string; text: (name: string) => string }>

/** Why an account elsewhere opened nothing, and what to do now. */
export function ElsewhereNotice({ fault, sentences }: { fault: ElsewhereDoor['fault']; sentences: Sentences }) {
  if (!fault) return null
  const { title, text } = sentences[fault.kind]
  return (
    <div role="alert">
      <Notice tone="warn" title={title(fault.name)} className="mb-6">
        {text(fault.name)}
      </Notice>
    </div>
  )
}
