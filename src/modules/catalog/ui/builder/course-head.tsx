import { Eye } from 'lucide-react'
import { useFetcher } from 'react-router'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { useBuilderKind } from '../words/builder-kind-words.ts'
import { builderWords } from '../words/builder-words.ts'
import type { CourseState, FormAnswer } from './builder.schema.ts'
import { CourseStatusChip } from './course-status.tsx'
import { useSaid } from './use-said.ts'

type CourseHeadProps = { course: CourseState; base: string; current: 'lessons' | 'settings' }

/** The head of every page about one course: what it is called, how it stands, and what comes next. */
export function CourseHead({ course, base, current }: CourseHeadProps) {
  const kind = useBuilderKind()
  const said = builderWords()
  const words = useWording()
  const here = `${base}/studio/courses/${course.id}`
  const page = `${base}/courses/${course.slug}${course.status === 'draft' ? '?preview=1' : ''}`

  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: capital(words.course.many), href: `${base}/studio/courses` }, { label: course.title }]} />}
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            {course.title}
            <CourseStatusChip status={course.status} />
          </span>
        }
        actions={
          <>
            <ButtonLink href={page}>
              <Icon of={Eye} />
              {course.status === 'draft' ? said.preview : said.seePage}
            </ButtonLink>
            {course.status === 'draft' ? <Publish action={here} /> : null}
          </>
        }
      />
      <Tabs
        label={kind.parts}
        className="mt-5"
        tabs={[
          { href: here, label: capital(words.lesson.many), count: course.lessonCount, current: current === 'lessons' },
          { href: `${here}/settings`, label: said.settings, current: current === 'settings' },
        ]}
      />
    </>
  )
}

function Publish({ action }: { action: string }) {
  const fetcher = useFetcher<FormAnswer>()
  useSaid(fetcher.data)

  return (
    <fetcher.Form method="post" action={action}>
      <Button type="submit" name="intent" value="publish" variant="main" busy={fetcher.state !== 'idle'}>
        {builderWords().publish}
      </Button>
    </fetcher.Form>
  )
}
