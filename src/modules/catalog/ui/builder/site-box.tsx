import { CircleCheck, Minus } from 'lucide-react'
import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import type { CourseState, FormAnswer } from './builder.schema.ts'
import { useSaid } from './use-said.ts'

/** Where the course stands towards the public, and what each change would mean. */
export function SiteBox({ course }: { course: CourseState }) {
  const kind = useBuilderKind()
  const words = builderWords()
  const fetcher = useFetcher<FormAnswer>()
  const busy = fetcher.state === 'idle' ? null : fetcher.formData?.get('intent')
  useSaid(fetcher.data)

  return (
    <section aria-labelledby="site-title" className="border-t pt-4">
      <h2 id="site-title" className="font-semibold">
        {words.onYourSite}
      </h2>
      {course.status === 'draft' ? <Checks course={course} /> : <p className="mt-1.5 text-sm text-ink-2">{kind.standing(course.status === 'published', course.studentCount)}</p>}
      <fetcher.Form method="post" className="mt-3 flex flex-wrap gap-2">
        {course.status === 'unlisted' ? (
          <Button type="submit" size="sm" name="intent" value="publish" busy={busy === 'publish'}>
            {words.listOnSite}
          </Button>
        ) : (
          <Button type="submit" size="sm" name="intent" value="unlist" busy={busy === 'unlist'}>
            {course.status === 'draft' ? words.publishByLink : words.onlyByLink}
          </Button>
        )}
        {course.status === 'draft' ? null : (
          <Button type="submit" size="sm" variant="quiet" name="intent" value="unpublish" busy={busy === 'unpublish'}>
            {words.backToDraft}
          </Button>
        )}
      </fetcher.Form>
      {course.status === 'draft' ? null : (
        <p className="mt-2 text-[0.8125rem] text-ink-3">
          {words.asDraft}{' '}
          {course.studentCount > 0 ? kind.keepAccess(course.studentCount) : kind.nobodyHasIt}
        </p>
      )}
    </section>
  )
}

function Checks({ course }: { course: CourseState }) {
  const kind = useBuilderKind()
  const words = builderWords()
  const checks = [
    { label: kind.lessonWithContent, isDone: course.readyLessonCount > 0 },
    { label: course.maySetPrice ? words.priceOrFree : words.priceByOwner, isDone: course.price !== null },
  ]

  return (
    <>
      <p className="mt-1.5 text-sm text-ink-2">{checks.every(({ isDone }) => isDone) ? words.readyToPublish : words.beforePublishing}</p>
      <ul className="mt-2 grid gap-1.5 text-sm">
        {checks.map(({ label, isDone }) => (
          <li key={label} className="flex gap-2">
            <Icon of={isDone ? CircleCheck : Minus} size="sm" label={isDone ? words.done : words.stillToDo} className={isDone ? 'mt-0.5 text-good' : 'mt-0.5 text-ink-3'} />
            <span className={isDone ? 'text-ink-2' : 'text-ink'}>{label}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
