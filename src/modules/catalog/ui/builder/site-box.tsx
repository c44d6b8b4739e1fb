import { CircleCheck, Minus } from 'lucide-react'
import { useFetcher } from 'react-router'
import { countedAs, type Noun } from '#modules/tenancy/presets/wording.schema.ts'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { CourseState, FormAnswer } from './builder.schema.ts'
import { useSaid } from './use-said.ts'

/** Where the course stands towards the public, and what each change would mean. */
export function SiteBox({ course }: { course: CourseState }) {
  const { student } = useEnglishWording()
  const fetcher = useFetcher<FormAnswer>()
  const busy = fetcher.state === 'idle' ? null : fetcher.formData?.get('intent')
  useSaid(fetcher.data)

  return (
    <section aria-labelledby="site-title" className="border-t pt-4">
      <h2 id="site-title" className="font-semibold">
        On your site
      </h2>
      {course.status === 'draft' ? <Checks course={course} /> : <p className="mt-1.5 text-sm text-ink-2">{standing(course, student)}</p>}
      <fetcher.Form method="post" className="mt-3 flex flex-wrap gap-2">
        {course.status === 'unlisted' ? (
          <Button type="submit" size="sm" name="intent" value="publish" busy={busy === 'publish'}>
            List it on the site
          </Button>
        ) : (
          <Button type="submit" size="sm" name="intent" value="unlist" busy={busy === 'unlist'}>
            {course.status === 'draft' ? 'Publish by link only' : 'Only by link'}
          </Button>
        )}
        {course.status === 'draft' ? null : (
          <Button type="submit" size="sm" variant="quiet" name="intent" value="unpublish" busy={busy === 'unpublish'}>
            Back to draft
          </Button>
        )}
      </fetcher.Form>
      {course.status === 'draft' ? null : (
        <p className="mt-2 text-[0.8125rem] text-ink-3">
          As a draft, nobody can begin it any more.{' '}
          {course.studentCount > 0 ? `${countedAs(course.studentCount, student)} ${course.studentCount === 1 ? 'keeps' : 'keep'} access.` : `No ${student.one} has it yet.`}
        </p>
      )}
    </section>
  )
}

function standing(course: CourseState, student: Noun): string {
  const students = course.studentCount > 0 ? ` ${countedAs(course.studentCount, student)} ${course.studentCount === 1 ? 'has' : 'have'} it.` : ''
  return course.status === 'published' ? `Everybody can find it.${students}` : `Only people who have its address can find it.${students}`
}

function Checks({ course }: { course: CourseState }) {
  const { lesson } = useEnglishWording()
  const checks = [
    { label: `A ${lesson.one} with something in it`, isDone: course.readyLessonCount > 0 },
    { label: course.maySetPrice ? 'A price, or free' : 'A price, or free: the owner sets it', isDone: course.price !== null },
  ]

  return (
    <>
      <p className="mt-1.5 text-sm text-ink-2">{checks.every(({ isDone }) => isDone) ? 'Ready to be published.' : 'Before it can be published:'}</p>
      <ul className="mt-2 grid gap-1.5 text-sm">
        {checks.map(({ label, isDone }) => (
          <li key={label} className="flex gap-2">
            <Icon of={isDone ? CircleCheck : Minus} size="sm" label={isDone ? 'Done:' : 'Still to do:'} className={isDone ? 'mt-0.5 text-good' : 'mt-0.5 text-ink-3'} />
            <span className={isDone ? 'text-ink-2' : 'text-ink'}>{label}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
