import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { counted } from '../durations.ts'

/** Removing a lesson, after reading what goes with it. */
export function RemoveLesson({ title, studentCount }: { title: string; studentCount: number }) {
  const { formData, state } = useNavigation()

  return (
    <section aria-label="Remove the lesson" className="mt-10 border-t pt-4">
      <details>
        <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-bad underline underline-offset-3">Remove “{title}”…</summary>
        <Form method="post" className="grid justify-items-start gap-3 pt-1">
          <input type="hidden" name="intent" value="remove" />
          <p className="text-sm text-ink-2">
            Its text goes with it{studentCount > 0 ? `, and the progress of ${counted(studentCount, 'student who has', 'students who have')} begun it` : '. No student has begun it'}. This cannot be undone.
          </p>
          <Button type="submit" variant="danger" busy={state !== 'idle' && formData?.get('intent') === 'remove'}>
            Remove the lesson
          </Button>
        </Form>
      </details>
    </section>
  )
}
