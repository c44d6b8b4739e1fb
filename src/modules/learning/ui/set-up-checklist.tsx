import { Check } from 'lucide-react'
import { capital, type Wording } from '#modules/tenancy/presets/wording.schema.ts'
import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import type { SetUpStep } from '../teaching/set-up-steps.ts'

const stepWords = ({ course, lesson, instructor, student }: Wording): Record<SetUpStep['key'], { title: string; text: string; action: string; path: string }> => ({
  course: { title: `Create a ${course.one}`, text: `With at least one ${lesson.one}: a text is enough to begin.`, action: `To the ${course.many}`, path: '/studio/courses' },
  price: { title: 'Set its price', text: `Nothing is a price too: a ${course.one} at 0 is free.`, action: `To the ${course.many}`, path: '/studio/courses' },
  payouts: { title: 'Connect payouts', text: 'So that what people pay reaches your bank.', action: 'Set up payouts', path: '/studio/payouts' },
  publish: { title: `Publish the ${course.one}`, text: 'Then it stands on your site.', action: `To the ${course.many}`, path: '/studio/courses' },
  invite: { title: 'Invite your people', text: `${capital(instructor.many)}, and ${student.many} you already have.`, action: 'Invite', path: '/studio/people' },
})

// These wait for no course; the others follow each other.
const canBeAnytime = new Set<SetUpStep['key']>(['payouts', 'invite'])

/** The way of a new school. It goes away when everything is done. */
export function SetUpChecklist({ steps, base }: { steps: readonly SetUpStep[]; base: string }) {
  const words = stepWords(useEnglishWording())
  const done = steps.filter(({ isDone }) => isDone).length
  const nextKey = steps.find(({ isDone }) => !isDone)?.key
  if (done === steps.length) return null

  return (
    <section aria-labelledby="set-up" className="mt-6 rounded-lg border bg-raised px-5 py-4">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="set-up" className="text-base font-semibold">
          Open your school
        </h2>
        <span className="text-sm text-ink-3 tabular-nums">
          {done} of {steps.length} done
        </span>
      </div>
      <ol className="mt-2 divide-y">
        {steps.map(({ key, isDone }, index) => (
          <li key={key} className="flex min-h-14 flex-wrap items-center gap-x-3.5 gap-y-2 py-2.5">
            <span className={cn('grid size-7 shrink-0 place-items-center rounded-full text-[0.8125rem] font-semibold tabular-nums', isDone ? 'bg-good-tint text-good' : key === nextKey ? 'bg-brand text-on-brand' : 'bg-sunken text-ink-3')}>
              {isDone ? <Icon of={Check} size="sm" label="Done" /> : index + 1}
            </span>
            <div className="min-w-0 flex-1 basis-48">
              <p className={cn('text-[0.9375rem] font-medium', isDone && 'text-ink-3')}>{words[key].title}</p>
              {isDone ? null : <p className="text-sm text-ink-3">{words[key].text}</p>}
            </div>
            {key === nextKey || (!isDone && canBeAnytime.has(key)) ? (
              <ButtonLink size="sm" variant={key === nextKey ? 'main' : 'plain'} href={`${base}${words[key].path}`} className="max-sm:ml-[42px]">
                {words[key].action}
              </ButtonLink>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="mt-2 border-t pt-3 text-sm text-ink-2">
        Your site is there already: <a href={base || '/'} className="link touch text-ink">look at it</a>, or <a href={`${base}/studio/site/brand`} className="link touch text-ink">give it your logo and colour</a>.
      </p>
    </section>
  )
}
