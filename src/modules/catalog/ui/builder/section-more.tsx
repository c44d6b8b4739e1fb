import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { answerTo, faultsOf, goTo, type FormAnswer, type SectionLine } from './builder.schema.ts'
import { MoreDetails } from './more-details.tsx'
import { useSaid } from './use-said.ts'

/** Rename a section, or remove it after reading what goes with it. */
export function SectionMore({ section, answer }: { section: SectionLine; answer: FormAnswer }) {
  const kind = useBuilderKind()
  const words = builderWords()
  const rename = useFetcher<FormAnswer>()
  const remove = useFetcher<FormAnswer>()
  useSaid(remove.data)
  const own = answerTo(answer, 'rename-section', section.id)
  const { fieldErrors, values } = faultsOf(rename.data ?? own)
  const begun = Math.max(0, ...section.lessons.map((one) => one.studentCount))

  return (
    <MoreDetails label={words.moreFor(section.title)} isOpen={own !== undefined}>
      <rename.Form method="post" noValidate className="grid gap-2.5">
        <input type="hidden" name="intent" value="rename-section" />
        <input type="hidden" name="sectionId" value={section.id} />
        <TextField id={`rename-${section.id}`} name="title" label={words.sectionName} defaultValue={values.title ?? section.title} error={fieldErrors.title} maxLength={160} required autoComplete="off" {...goTo(own, 'title')} />
        <div>
          <Button type="submit" size="sm" busy={rename.state !== 'idle'}>
            {words.rename}
          </Button>
        </div>
      </rename.Form>
      <remove.Form method="post" className="grid gap-2.5 border-t pt-4">
        <input type="hidden" name="intent" value="remove-section" />
        <input type="hidden" name="sectionId" value={section.id} />
        <p className="text-sm text-ink-2">
          {section.lessons.length === 0
            ? kind.noLessonIn
            : kind.sectionGoes(section.lessons.length, begun)}
        </p>
        <div>
          <Button type="submit" size="sm" variant={section.lessons.length > 0 ? 'danger' : 'plain'} busy={remove.state !== 'idle'}>
            {words.removeSection}
          </Button>
        </div>
      </remove.Form>
    </MoreDetails>
  )
}
