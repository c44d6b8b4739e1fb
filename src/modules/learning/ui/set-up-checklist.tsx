import { Check } from 'lucide-react'
import { ButtonLink } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import type { SetUpStep } from '../teaching/set-up-steps.ts'
import { useTeachingKind } from './words/teaching-kind-words.ts'
import { teachingWords } from './words/teaching-words.ts'

/** What each step is called, what it is for, and where it is done. */
function useSteps(): Record<SetUpStep['key'], { title: string; text: string; action: string; path: string }> {
  const words = teachingWords()
  const kind = useTeachingKind()
  return {
    course: { title: kind.createCourse, text: kind.withOneLesson, action: kind.toCourses, path: '/studio/courses' },
    price: { title: words.setPrice, text: kind.nothingIsAPrice, action: kind.toCourses, path: '/studio/courses' },
    payouts: { title: words.connectPayouts, text: words.reachesBank, action: words.setUpPayouts, path: '/studio/payouts' },
    publish: { title: kind.publishCourse, text: words.standsOnSite, action: kind.toCourses, path: '/studio/courses' },
    invite: { title: words.inviteYours, text: kind.inviteText, action: words.invite, path: '/studio/people' },
  }
}

// These wait for no course; the others follow each other.
const canBeAnytime = new Set<SetUpStep['key']>(['payouts', 'invite'])

/** The way of a new school. It goes away when everything is done. */
export function SetUpChecklist({ steps, base }: { steps: readonly SetUpStep[]; base: string }) {
  const words = teachingWords()
  const named = useSteps()
  const done = steps.filter(({ isDone }) => isDone).length
  const nextKey = steps.find(({ isDone }) => !isDone)?.key
  if (done === steps.length) return null

  return (
    <section aria-labelledby="set-up" className="mt-6 rounded-lg border bg-raised px-5 py-4">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="set-up" className="text-base font-semibold">
          {words.openYourSchool}
        </h2>
        <span className="text-sm text-ink-3 tabular-nums">
          {words.doneOf(done, steps.length)}
        </span>
      </div>
      <ol className="mt-2 divide-y">
        {steps.map(({ key, isDone }, index) => (
          <li key={key} className="flex min-h-14 flex-wrap items-center gap-x-3.5 gap-y-2 py-2.5">
            <span className={cn('grid size-7 shrink-0 place-items-center rounded-full text-[0.8125rem] font-semibold tabular-nums', isDone ? 'bg-good-tint text-good' : key === nextKey ? 'bg-brand text-on-brand' : 'bg-sunken text-ink-3')}>
              {isDone ? <Icon of={Check} size="sm" label={words.done} /> : index + 1}
            </span>
            <div className="min-w-0 flex-1 basis-48">
              <p className={cn('text-[0.9375rem] font-medium', isDone && 'text-ink-3')}>{named[key].title}</p>
              {isDone ? null : <p className="text-sm text-ink-3">{named[key].text}</p>}
            </div>
            {key === nextKey || (!isDone && canBeAnytime.has(key)) ? (
              <ButtonLink size="sm" variant={key === nextKey ? 'main' : 'plain'} href={`${base}${named[key].path}`} className="max-sm:ml-[42px]">
                {named[key].action}
              </ButtonLink>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="mt-2 border-t pt-3 text-sm text-ink-2">
        {words.siteThere}{' '}<a href={base || '/'} className="link touch text-ink">{words.lookAtIt}</a>{words.or}{' '}<a href={`${base}/studio/site/brand`} className="link touch text-ink">{words.giveLogo}</a>.
      </p>
    </section>
  )
}
