import { Form, useNavigation } from 'react-router'
import { capital, countedAs } from '#modules/tenancy/presets/wording.schema.ts'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { Button } from '#ui/button.tsx'
import { FormErrors } from '#ui/form-errors.tsx'
import { answerTo, faultsOf, type CourseState, type FormAnswer } from './builder.schema.ts'

/** Deleting, with what it means said first; impossible while anybody has the course. */
export function DeleteCourse({ course, answer }: { course: CourseState; answer: FormAnswer }) {
  const { formData, state } = useNavigation()
  const words = useEnglishWording()
  const { formError } = faultsOf(answerTo(answer, 'delete'))

  return (
    <section aria-labelledby="delete-title" className="mt-14 max-w-[640px] border-t pt-6">
      <h2 id="delete-title" className="font-semibold">
        Delete the {words.course.one}
      </h2>
      <FormErrors errors={formError ? [{ message: formError }] : []} className="mt-3" />
      {course.isUsed ? (
        <p className="mt-1.5 text-sm text-ink-2">
          {course.studentCount > 0 ? `${countedAs(course.studentCount, words.student)} ${course.studentCount === 1 ? 'has' : 'have'} this ${words.course.one}, so it stays.` : `This ${words.course.one} was sold or begun before, so it stays.`} You can
          take it off your site under {capital(words.lesson.many)}.
        </p>
      ) : (
        <details className="mt-1.5">
          <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-bad underline underline-offset-3">Delete “{course.title}”…</summary>
          <Form method="post" className="grid justify-items-start gap-3 pt-1">
            <input type="hidden" name="intent" value="delete" />
            <p className="text-sm text-ink-2">
              {course.lessonCount > 0 ? `${countedAs(course.lessonCount, words.lesson)} ${course.lessonCount === 1 ? 'goes' : 'go'} with it. ` : ''}Nobody has bought or begun it. This cannot be undone.
            </p>
            <Button type="submit" variant="danger" busy={state !== 'idle' && formData?.get('intent') === 'delete'}>
              Delete the {words.course.one}
            </Button>
          </Form>
        </details>
      )}
    </section>
  )
}
