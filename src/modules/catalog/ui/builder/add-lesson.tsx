import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router'
import { useKind } from '#modules/tenancy/ui/wording.tsx'
import { Button } from '#ui/button.tsx'
import { besideControl } from '#ui/field.tsx'
import { Icon } from '#ui/icon.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { lessonKinds } from '../../course-words.ts'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { answerTo, faultsOf, goTo, type FormAnswer } from './builder.schema.ts'
import { kindWords } from './lesson-kinds.ts'

const lessonKindOptions = () => lessonKinds.map((kind) => ({ value: kind, label: kindWords()[kind].label }))

/** A new lesson at the end of a section. Stays open for the next one. */
export function AddLesson({ sectionId, isFirst, answer }: { sectionId: string; isFirst: boolean; answer: FormAnswer }) {
  const kind = useBuilderKind()
  const said = builderWords()
  const { firstLessonKind } = useKind()
  const fetcher = useFetcher<FormAnswer>()
  const form = useRef<HTMLFormElement>(null)
  // Stays as it was when the first lesson is there: the second is typed next.
  const [wasEmpty] = useState(isFirst)
  const own = answerTo(answer, 'add-lesson', sectionId)
  const { fieldErrors, values } = faultsOf(fetcher.data ?? own)
  useEffect(() => {
    if (!fetcher.data || !('done' in fetcher.data)) return
    form.current?.reset()
    // The next lesson can be typed at once.
    form.current?.querySelector<HTMLInputElement>('input[name=title]')?.focus()
  }, [fetcher.data])

  return (
    <details open={wasEmpty || own !== undefined} className="group/add">
      <summary className="touch flex min-h-11 cursor-pointer items-center gap-2 text-sm text-ink-2 hover:text-ink">
        {/* Open, the plus turns into a cross: the line folds the form away, and must not look like the way to open it. The words lie above the grown area, so that it is they that are pressed. */}
        <Icon of={Plus} size="sm" className="transition-transform group-open/add:rotate-45" />
        <span className="relative z-1 group-open/add:hidden">{kind.addLesson}</span>
        <span className="relative z-1 hidden group-open/add:inline">{kind.newLesson}</span>
      </summary>
      <fetcher.Form ref={form} method="post" noValidate className="flex flex-wrap items-end gap-2.5 pb-3 pt-1 sm:items-start">
        <input type="hidden" name="intent" value="add-lesson" />
        <input type="hidden" name="sectionId" value={sectionId} />
        <TextField id={`lesson-title-${sectionId}`} name="title" label={kind.lessonTitle} defaultValue={values.title} error={fieldErrors.title} maxLength={160} required autoComplete="off" className="min-w-0 flex-1 basis-56" {...goTo(own, 'title')} />
        <SelectField id={`lesson-kind-${sectionId}`} name="kind" label={said.kind} options={lessonKindOptions()} defaultValue={values.kind ?? firstLessonKind} error={fieldErrors.kind} className="w-32" {...goTo(own, 'kind')} />
        <Button type="submit" busy={fetcher.state !== 'idle'} className={besideControl}>
          {said.add}
        </Button>
      </fetcher.Form>
    </details>
  )
}
