import { ChevronRight } from 'lucide-react'
import { ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Place } from '#ui/place-switcher.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import { arrivalWords } from '../words/arrival-words.ts'
import { CovePicture } from './cove-picture.tsx'
import { InstallationMark } from './installation-mark.tsx'
import type { InstallationHome } from './load-installation-home.ts'

const promises = () => [
  { title: arrivalWords().ownSite, text: arrivalWords().ownSiteText },
  { title: arrivalWords().coursesToPractise, text: arrivalWords().coursesToPractiseText },
  { title: arrivalWords().moneyToFollow, text: arrivalWords().moneyToFollowText },
]

/** The installation's own first page: what this is, and the way to one's schools. */
export function InstallationHomePage({ viewer, schools, baseDomain, mailboxHref }: InstallationHome) {
  const words = arrivalWords()
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="wrap flex h-[76px] items-center justify-between gap-4">
        <InstallationMark />
        <AccountLinks viewer={viewer} />
      </header>
      <main id="main" tabIndex={-1} className="wrap flex-1 outline-none">
        {viewer && schools.length > 0 ? (
          <MySchools name={viewer.name} schools={schools} />
        ) : (
          <>
            <Welcome viewer={viewer} />
            <Promises />
          </>
        )}
      </main>
      <footer className="wrap">
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-t py-7 text-sm text-ink-3">
          <span>
            {words.coveAt(baseDomain)}
            {mailboxHref ? (
              <>
                {' · '}
                <a href={mailboxHref} className="link touch">
                  {words.mailbox}
                </a>
              </>
            ) : null}
          </span>
          <span>{words.keptApart}</span>
        </div>
      </footer>
    </div>
  )
}

function Promises() {
  return (
    <section aria-label={arrivalWords().whatASchoolHas} className="grid gap-x-12 gap-y-9 border-t py-12 sm:grid-cols-3 sm:py-16">
      {promises().map(({ title, text }) => (
        <div key={title}>
          <h2 className="font-display text-[1.375rem] leading-tight tracking-[-0.01em] font-[500]">{title}</h2>
          <p className="mt-2.5 text-ink-2">{text}</p>
        </div>
      ))}
    </section>
  )
}

function AccountLinks({ viewer }: Pick<InstallationHome, 'viewer'>) {
  const words = arrivalWords()
  if (!viewer) {
    return (
      <nav aria-label={words.account} className="flex items-center gap-2">
        <ButtonLink href="/sign-in" variant="quiet">
          {words.signIn}
        </ButtonLink>
        <ButtonLink href="/sign-up" variant="plain" className="max-sm:hidden">
          {words.createAccount}
        </ButtonLink>
      </nav>
    )
  }

  return (
    <nav aria-label={words.account} className="flex items-center gap-2">
      <ButtonLink href="/account" variant="quiet">
        {viewer.name || words.yourAccount}
      </ButtonLink>
    </nav>
  )
}

function Welcome({ viewer }: Pick<InstallationHome, 'viewer'>) {
  const words = arrivalWords()
  return (
    <div className="grid items-center gap-x-16 gap-y-10 pb-14 pt-[clamp(20px,5vw,64px)] lg:grid-cols-[1.05fr_1fr] lg:pb-20">
      <div>
        <h1 className="display-hero text-[clamp(2.75rem,7.2vw,4.25rem)] leading-[1.02]">{words.quietHarbour}</h1>
        <p className="mt-6 max-w-[46ch] text-[1.1875rem] leading-relaxed text-ink-2">
          {words.whatItIs}
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/onboarding" variant="main" size="lg">
            {words.openYourSchool}
          </ButtonLink>
          {viewer ? null : (
            <ButtonLink href="/sign-in" size="lg">
              {words.signIn}
            </ButtonLink>
          )}
        </div>
        <p className="mt-5 text-sm text-ink-3">{words.twoMinutes}</p>
      </div>
      <CovePicture />
    </div>
  )
}

function MySchools({ name, schools }: { name: string; schools: readonly Place[] }) {
  const words = arrivalWords()
  return (
    <div className="max-w-[720px] pb-16 pt-[clamp(12px,4vw,48px)]">
      <h1 className="display text-[2.25rem] leading-tight sm:text-3xl">{name ? words.helloTo(name.split(' ')[0] ?? name) : words.hello}</h1>
      <p className="mt-2.5 text-[1.0625rem] text-ink-2">{schools.length === 1 ? words.thisIsYourSchool : words.theseAreYourSchools(schools.length)}</p>
      <Rows label={words.yourSchools} className="mt-7">
        {schools.map((school) => (
          <Row
            key={school.href}
            href={school.href}
            start={<Dot colour={school.colour} />}
            title={<span className="text-[1.0625rem]">{school.name}</span>}
            text={`${school.note} · ${school.host}`}
            end={<Icon of={ChevronRight} className="text-ink-3" />}
            className="py-4"
          />
        ))}
      </Rows>
      <div className="mt-7">
        <ButtonLink href="/onboarding">{words.openAnother}</ButtonLink>
      </div>
    </div>
  )
}

function Dot({ colour }: { colour: string }) {
  return <span aria-hidden="true" className="block size-9 rounded-[10px]" style={{ backgroundColor: colour }} />
}
