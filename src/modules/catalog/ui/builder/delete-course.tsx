import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { FormErrors } from '#ui/form-errors.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import { answerTo, faultsOf, type CourseState, type FormAnswer } from './builder.schema.ts'

/** Deleting, with what it means said first; impossible while anybody has the course. */
export function DeleteCourse({ course, answer }: { course: CourseState; answer: FormAnswer }) {
  const kind = useBuilderKind()
  const said = builderWords()
  const { formData, state } = useNavigation()
  const { formError } = faultsOf(answerTo(answer, 'delete'))

  return (
    <section aria-labelledby="delete-title" className="mt-14 max-w-[640px] border-t pt-6">
      <h2 id="delete-title" className="font-semibold">
        {kind.deleteCourse}
      </h2>
      <FormErrors errors={formError ? [{ message: formError }] : []} className="mt-3" />
      {course.isUsed ? (
        <p className="mt-1.5 text-sm text-ink-2">
          {course.studentCount > 0 ? kind.hasSoStays(course.studentCount) : kind.wasSoldSoStays}{' '}{kind.takeOffUnder}
        </p>
      ) : (
        <details className="mt-1.5">
          <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-bad underline underline-offset-3">{said.deleteNamed(course.title)}</summary>
          <Form method="post" className="grid justify-items-start gap-3 pt-1">
            <input type="hidden" name="intent" value="delete" />
            <p className="text-sm text-ink-2">
              {course.lessonCount > 0 ? kind.lessonsGo(course.lessonCount) : ''}{said.nobodyBought}
            </p>
            <Button type="submit" variant="danger" busy={state !== 'idle' && formData?.get('intent') === 'delete'}>
              {kind.deleteCourse}
            </Button>
          </Form>
        </details>
      )}
    </section>
  )
}
