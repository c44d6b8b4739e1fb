import { ChevronDown } from 'lucide-react'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { PlaceList } from '#ui/place-switcher.tsx'
import { useClosing } from '#ui/use-closing.ts'
import type { SchoolLinks, SchoolPage, Viewer } from './public-pages.schema.ts'
import { useKindWords } from './words/kind-words.ts'
import { schoolWords } from './words/school-words.ts'

/** What lies open under a menu of the header, and one line in it. */
export const panel = 'absolute end-0 top-full z-20 mt-2 grid min-w-60 gap-0.5 rounded-md border bg-raised p-2 shadow-float'
export const line = 'flex min-h-11 items-center rounded-sm px-3 text-start hover:bg-sunken'

type PersonMenuProps = {
  viewer: Viewer
  to: SchoolLinks
  places?: SchoolPage['places']
  /** For pages that have no link to "My courses" beside it. */
  withLibrary?: boolean
}

/** The picture of who is signed in, and what they can do about it. A details element, so it opens without script. */
export function PersonMenu({ viewer, to, places, withLibrary }: PersonMenuProps) {
  const menu = useClosing()
  return (
    <details ref={menu} className="group relative">
      <summary className="touch flex items-center gap-1 rounded-full" aria-label={schoolWords().accountOf(viewer.name)}>
        <Avatar name={viewer.name} />
        <Icon of={ChevronDown} size="sm" className="text-ink-3 transition-transform group-open:rotate-180" />
      </summary>
      <div className={panel}>
        <AccountLines viewer={viewer} to={to} places={places} withLibrary={withLibrary} />
      </div>
    </details>
  )
}

const staff: readonly Viewer['role'][] = ['owner', 'admin', 'instructor', 'assistant']

/** Who is signed in, and the ways that are theirs. */
export function AccountLines({ viewer, to, places, withLibrary }: PersonMenuProps) {
  const words = schoolWords()
  const kind = useKindWords()
  return (
    <>
      <p className="max-w-72 px-3 py-1.5 text-sm text-ink-3 wrap-anywhere">{words.signedInAs(viewer.name)}</p>
      {withLibrary ? (
        <a href={to.library} className={line}>
          {kind.myCourses}
        </a>
      ) : null}
      {staff.includes(viewer.role) ? (
        <a href={to.studio} className={line}>
          {words.studio}
        </a>
      ) : null}
      <a href={to.account} className={line}>
        {words.yourAccount}
      </a>
      {places ? <OtherPlaces places={places} /> : null}
      <form method="post" action={to.signOut}>
        <Button type="submit" variant="quiet" wide className="justify-start rounded-sm px-3 font-normal text-ink">
          {words.signOut}
        </Button>
      </form>
    </>
  )
}

/** The other schools of who is signed in. Where the page is told of none, the installation lists them. */
function OtherPlaces({ places: { schools, allHref } }: { places: NonNullable<SchoolPage['places']> }) {
  const words = schoolWords()
  const others = schools.filter(({ isHere }) => !isHere)
  return (
    <div className="my-1 grid gap-0.5 border-y py-1">
      {others.length > 0 ? (
        <>
          <p className="px-3 pb-0.5 pt-1.5 text-sm text-ink-3">{words.otherSchools}</p>
          <div className="max-h-60 overflow-y-auto">
            <PlaceList places={others} label={words.otherSchools} />
          </div>
        </>
      ) : (
        <a href={allHref} className={line}>
          {words.yourSchools}
        </a>
      )}
    </div>
  )
}
