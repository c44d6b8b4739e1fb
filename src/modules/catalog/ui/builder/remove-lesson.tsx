import { Form, useNavigation } from 'react-router'
import { countedAs } from '#modules/tenancy/presets/wording.schema.ts'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { Button } from '#ui/button.tsx'

/** Removing a lesson, after reading what goes with it. */
export function RemoveLesson({ title, studentCount }: { title: string; studentCount: number }) {
  const { formData, state } = useNavigation()
  const { lesson, student } = useEnglishWording()

  return (
    <section aria-label={`Remove the ${lesson.one}`} className="mt-10 border-t pt-4">
      <details>
        <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-bad underline underline-offset-3">Remove “{title}”…</summary>
        <Form method="post" className="grid justify-items-start gap-3 pt-1">
          <input type="hidden" name="intent" value="remove" />
          <p className="text-sm text-ink-2">
            Its text goes with it{studentCount > 0 ? `, and the progress of ${countedAs(studentCount, student)} who ${studentCount === 1 ? 'has' : 'have'} begun it` : `. No ${student.one} has begun it`}. This cannot be undone.
          </p>
          <Button type="submit" variant="danger" busy={state !== 'idle' && formData?.get('intent') === 'remove'}>
            Remove the {lesson.one}
          </Button>
        </Form>
      </details>
    </section>
  )
}
