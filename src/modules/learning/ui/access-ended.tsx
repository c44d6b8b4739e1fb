import { useEnglishWording } from '#modules/tenancy/ui/wording.tsx'
import { ButtonLink } from '#ui/button.tsx'

type AccessEndedProps = {
  courseTitle: string
  schoolName: string
  courseHref: string
  libraryHref: string
  /** Where the school can be written to, when it says so. */
  contactEmail: string | null
}

/** What stands in a lesson's place when the access to its course has ended: why, and what to do. */
export function AccessEnded({ courseTitle, schoolName, courseHref, libraryHref, contactEmail }: AccessEndedProps) {
  const { course } = useEnglishWording()
  return (
    <div className="wrap grid justify-items-start py-[clamp(48px,12vh,140px)]" role="status">
      <p className="text-sm text-ink-3">{courseTitle}</p>
      <h1 className="display mt-2 text-[2.25rem] leading-tight sm:text-3xl">Your access to this {course.one} has ended</h1>
      <p className="mt-3 max-w-[52ch] text-[1.0625rem] text-ink-2">
        This happens when a purchase is refunded. What you learned is kept: if you take the {course.one} again, you go on where you stopped.
      </p>
      <p className="mt-3 max-w-[52ch] text-[1.0625rem] text-ink-2">
        {contactEmail ? (
          <>
            If you did not expect this, write to {schoolName} at{' '}
            <a href={`mailto:${contactEmail}`} className="link text-ink">
              {contactEmail}
            </a>
            .
          </>
        ) : (
          <>If you did not expect this, ask {schoolName}: answer the mail that told you of the refund, or the receipt of your purchase.</>
        )}
      </p>
      <div className="mt-7 flex flex-wrap gap-3">
        <ButtonLink variant="main" href={courseHref}>
          See the {course.one}
        </ButtonLink>
        <ButtonLink href={libraryHref}>My {course.many}</ButtonLink>
      </div>
    </div>
  )
}
