import { currentLocale } from '#platform/i18n/locale.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { SetUpFault } from '../teaching/set-up-steps.ts'
import { useTeachingKind } from './words/teaching-kind-words.ts'
import { teachingWords } from './words/teaching-words.ts'

/** What visitors of the school stumble over now, each with the way to mend it. */
export function SetUpFaults({ faults, base, mayConnectPayouts }: { faults: readonly SetUpFault[]; base: string; mayConnectPayouts: boolean }) {
  if (faults.length === 0) return null

  return (
    <div className="mt-5 grid gap-2.5">
      {faults.map((fault) => (
        <Fault key={fault.key} fault={fault} base={base} mayConnectPayouts={mayConnectPayouts} />
      ))}
    </div>
  )
}

function Fault({ fault, base, mayConnectPayouts }: { fault: SetUpFault; base: string; mayConnectPayouts: boolean }) {
  const words = teachingWords()
  const kind = useTeachingKind()
  if (fault.key === 'no-price' || fault.key === 'no-lessons') {
    const first = fault.courses[0]
    const names = listWords(fault.courses.map(({ title }) => title))
    const isOne = fault.courses.length === 1
    return (
      <Notice
        tone="warn"
        title={fault.key === 'no-price' ? words.noPrice(names, fault.courses.length) : kind.noLessons(names, fault.courses.length)}
        action={
          <ButtonLink size="sm" href={isOne && first ? `${base}/studio/courses/${first.id}` : `${base}/studio/courses`}>
            {isOne ? kind.openCourse : kind.toCourses}
          </ButtonLink>
        }
      >
        {fault.key === 'no-price'
          ? words.noPriceText
          : kind.noLessonsText}
      </Notice>
    )
  }

  const isMissing = fault.key === 'payouts-missing'
  return (
    <Notice
      tone="warn"
      title={isMissing ? words.nobodyCanBuy : words.onHold}
      action={
        mayConnectPayouts ? (
          <ButtonLink size="sm" href={`${base}/studio/payouts`}>
            {isMissing ? words.setUpPayouts : words.seeMissing}
          </ButtonLink>
        ) : null
      }
    >
      {isMissing ? words.payoutsMissing : words.providerWants}
      {mayConnectPayouts ? null : words.ownerCan}
    </Notice>
  )
}

function listWords(names: string[]): string {
  if (names.length <= 2) return new Intl.ListFormat(currentLocale()).format(names)
  return teachingWords().andMore(names.slice(0, 2).join(', '), names.length - 2)
}
