import { ButtonLink } from '#ui/button.tsx'
import { useLibraryKind } from './words/library-kind-words.ts'
import { libraryWords } from './words/library-words.ts'

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
  const kind = useLibraryKind()
  const words = libraryWords()
  return (
    <div className="wrap grid justify-items-start py-[clamp(48px,12vh,140px)]" role="status">
      <p className="text-sm text-ink-3">{courseTitle}</p>
      <h1 className="display mt-2 text-[2.25rem] leading-tight sm:text-3xl">{kind.accessEnded}</h1>
      <p className="mt-3 max-w-[52ch] text-[1.0625rem] text-ink-2">
        {kind.whyEnded}
      </p>
      <p className="mt-3 max-w-[52ch] text-[1.0625rem] text-ink-2">
        {contactEmail ? (
          <>
            {words.unexpectedWrite(schoolName)}{' '}
            <a href={`mailto:${contactEmail}`} className="link text-ink">
              {contactEmail}
            </a>
            .
          </>
        ) : (
          <>{words.unexpectedAsk(schoolName)}</>
        )}
      </p>
      <div className="mt-7 flex flex-wrap gap-3">
        <ButtonLink variant="main" href={courseHref}>
          {kind.seeTheCourse}
        </ButtonLink>
        <ButtonLink href={libraryHref}>{kind.myCourses}</ButtonLink>
      </div>
    </div>
  )
}
