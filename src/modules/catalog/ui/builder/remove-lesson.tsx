import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'

/** Removing a lesson, after reading what goes with it. */
export function RemoveLesson({ title, studentCount }: { title: string; studentCount: number }) {
  const kind = useBuilderKind()
  const { formData, state } = useNavigation()

  return (
    <section aria-label={kind.removeLesson} className="mt-10 border-t pt-4">
      <details>
        <summary className="touch inline-flex min-h-11 cursor-pointer items-center text-sm text-bad underline underline-offset-3">{builderWords().removeNamed(title)}</summary>
        <Form method="post" className="grid justify-items-start gap-3 pt-1">
          <input type="hidden" name="intent" value="remove" />
          <p className="text-sm text-ink-2">
            {kind.removal(studentCount)}
          </p>
          <Button type="submit" variant="danger" busy={state !== 'idle' && formData?.get('intent') === 'remove'}>
            {kind.removeLesson}
          </Button>
        </Form>
      </details>
    </section>
  )
}
