import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { SetUpFault } from '../teaching/set-up-steps.ts'

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
  if (fault.key === 'no-price' || fault.key === 'no-lessons') {
    const first = fault.courses[0]
    const names = listWords(fault.courses.map(({ title }) => title))
    const isOne = fault.courses.length === 1
    return (
      <Notice
        tone="warn"
        title={fault.key === 'no-price' ? `${names} ${isOne ? 'has' : 'have'} no price` : `${names} ${isOne ? 'has' : 'have'} no lessons`}
        action={
          <ButtonLink size="sm" href={isOne && first ? `${base}/studio/courses/${first.id}` : `${base}/studio/courses`}>
            {isOne ? 'Open the course' : 'To the courses'}
          </ButtonLink>
        }
      >
        {fault.key === 'no-price'
          ? 'Visitors read that it is not on sale. Set a price, or 0 to make it free.'
          : 'Whoever takes it finds an empty course. Add lessons, or take it off the site.'}
      </Notice>
    )
  }

  const isMissing = fault.key === 'payouts-missing'
  return (
    <Notice
      tone="warn"
      title={isMissing ? 'Nobody can buy from you yet' : 'Your payouts are on hold'}
      action={
        mayConnectPayouts ? (
          <ButtonLink size="sm" href={`${base}/studio/payouts`}>
            {isMissing ? 'Set up payouts' : 'See what is missing'}
          </ButtonLink>
        ) : null
      }
    >
      {isMissing ? 'Payouts are not set up, so your paid courses are shown as not on sale right now.' : 'The payment provider wants to know something more, and pauses sales until then.'}
      {mayConnectPayouts ? null : ' The owner of the school can do this.'}
    </Notice>
  )
}

function listWords(names: string[]): string {
  if (names.length <= 2) return names.join(' and ')
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
}
