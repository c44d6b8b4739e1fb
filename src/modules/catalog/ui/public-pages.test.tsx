import type { ComponentProps, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CheckoutDonePage, type CheckoutOutcome } from './checkout-done-page.tsx'
import { CheckoutPage } from './checkout-page.tsx'
import { CourseListPage } from './course-list-page.tsx'
import { CoursePage } from './course-page.tsx'
import { PersonMenu } from './person-menu.tsx'
import { FreeDownloadPage } from './products/free-download-page.tsx'
import { OwnProductPage } from './products/own-product-page.tsx'
import { ProductListPage } from './products/product-list-page.tsx'
import { ProductPage } from './products/product-page.tsx'
import type { ProductAccess, ProductDetail } from './products/product-views.schema.ts'
import { RequestFreePage } from './products/request-free-page.tsx'
import { PreviewLessonPage } from './preview-lesson-page.tsx'
import type { CourseAccess, CourseCard, CourseDetail, SchoolPage } from './public-pages.schema.ts'
import { schoolLinks } from './school-links.ts'
import { kindWordsOf } from './words/kind-words.ts'
import { checkoutWords } from './words/checkout-words.ts'
import { productWords } from './words/product-words.ts'
import { schoolWords } from './words/school-words.ts'
import { thingWordsOf } from './words/thing-words.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'

const page: SchoolPage = {
  school: {
    name: 'Melody',
    slug: 'melody',
    preset: 'music-school',
    tagline: 'A music school in Lisbon.',
    heroTitle: 'Learn an instrument from people who play one.',
    heroText: null,
    currency: 'EUR',
    locale: 'en',
    brand: '#96372f',
  },
  base: '/s/melody',
  viewer: null,
}
const grace = { name: 'Grace Lin', role: 'student' } as const
const kevin = { name: 'Kevin Moreira', role: 'owner' } as const

const card: CourseCard = {
  id: 'piano',
  slug: 'piano-from-the-first-note',
  title: 'Piano from the first note',
  summary: 'Twelve weeks to play with both hands.',
  subject: 'piano',
  teacherName: 'Inês Duarte',
  lessonCount: 2,
  price: { kind: 'paid', cents: 8900, currency: 'EUR' },
}
const course: CourseDetail = {
  ...card,
  descriptionHtml: null,
  outcomes: ['Play six pieces by heart'],
  refundDays: 14,
  durationSeconds: 822,
  sections: [
    {
      id: 's',
      title: 'Two hands, five keys',
      lessons: [
        { id: '1', title: 'Where is C?', kind: 'video', durationSeconds: 250, isPreview: true, href: '/s/melody/preview/1' },
        { id: '2', title: 'A melody in five notes', kind: 'video', durationSeconds: 572, isPreview: false },
      ],
    },
  ],
}

const html = (node: ReactNode) => renderToStaticMarkup(node)
const cards = (count: number) => Array.from({ length: count }, (_, index) => ({ ...card, id: `c${index}`, slug: `c${index}` }))

describe('the menu of a person', () => {
  const shown = (more: Partial<ComponentProps<typeof PersonMenu>> = {}) => html(<PersonMenu viewer={grace} to={schoolLinks({ ...page, links: { account: 'http://base.example/account' } })} {...more} />)

  it('leads to the account and out, and to the studio those who work there', () => {
    for (const part of ['aria-label="Account of Grace Lin"', 'href="http://base.example/account"', 'action="/s/melody/sign-out"']) expect(shown()).toContain(part)
    expect(shown()).not.toContain('/s/melody/studio')
    expect(shown({ viewer: kevin })).toContain('href="/s/melody/studio"')
  })

  it('leads to the courses where no other link does', () => {
    expect(shown()).not.toContain('My courses')
    expect(shown({ withLibrary: true })).toContain('href="/s/melody/learn"')
  })
})

describe('the list of courses', () => {
  it('shows them all, with the ways to one subject', () => {
    const shown = html(
      <CourseListPage {...page} courses={cards(9)} subjects={[{ href: '?', label: 'All', current: true }, { href: '?subject=piano', label: 'Piano' }]} />,
    )

    expect(shown.match(/<article/g)).toHaveLength(9)
    expect(shown).toContain('href="?subject=piano"')
  })
})

describe('a course', () => {
  const shown = (access: CourseAccess, more: Partial<ComponentProps<typeof CoursePage>> = {}) =>
    html(<CoursePage {...page} course={course} access={access} {...more} />)

  it('is bought by a real form', () => {
    const forSale = shown({ kind: 'buy', action: '/s/melody/checkout' })

    expect(forSale).toMatch(/<form (?=[^>]*method="post")[^>]*action="\/s\/melody\/checkout"/)
    expect(forSale).toContain('Buy the course')
    expect(forSale).toContain('€89')
    expect(forSale).toContain('14 days to change your mind')
  })

  it('is started when it is free, without talk of money', () => {
    const free = shown({ kind: 'start-free', action: '/start' })

    expect(free).toContain('Start learning')
    expect(free).not.toContain('days to change your mind')
  })

  it('is continued by those who have it, and no price is asked', () => {
    const owned = shown({ kind: 'enrolled', continueHref: '/learn/x', done: 1, total: 2 }, { viewer: grace })

    expect(owned).toContain('href="/learn/x"')
    expect(owned).toContain('Continue learning')
    expect(owned).not.toContain('€89')
  })

  it('cannot be bought before it is for sale', () => {
    const notYet = shown({ kind: 'not-for-sale' })

    expect(notYet).toContain('Not for sale yet')
    expect(notYet).not.toContain('<form')
  })

  it('tells only the owner what is wrong', () => {
    const ownerNotice = { title: 'Payouts are not connected', text: 'Connect them.', href: '/studio/money', linkLabel: 'Connect' }

    expect(shown({ kind: 'not-for-sale' }, { viewer: kevin, ownerNotice })).toContain('Payouts are not connected')
    expect(shown({ kind: 'not-for-sale' })).not.toContain('Payouts')
  })

  it('links the lessons that are free to see and no others', () => {
    const listed = shown({ kind: 'buy', action: '/x' })

    expect(listed).toContain('href="/s/melody/preview/1"')
    expect(listed.match(/Free preview/g)).toHaveLength(1)
    expect(listed).not.toMatch(/<a[^>]*>A melody in five notes/)
  })
})

describe('the checkout', () => {
  const item = { ...course, thing: 'course' as const, href: '/s/melody/courses/piano' }
  const order = { item, totalCents: 8900, currency: 'EUR', action: '/s/melody/checkout' }

  it('asks for an address and says what comes next', () => {
    const asked = html(<CheckoutPage {...page} {...order} hidden={{ checkout: 'abc' }} />)

    expect(asked).toMatch(/<input[^>]*type="email"[^>]*name="email"|<input[^>]*name="email"[^>]*type="email"/)
    expect(asked).toContain('value="abc"')
    expect(asked).toContain('€89.00')
    expect(asked).toContain('What happens next')
  })

  it('stands the fault beside its field and keeps what was typed', () => {
    const faulty = html(<CheckoutPage {...page} {...order} values={{ email: 'grace@' }} errors={{ email: 'Write the whole address.' }} />)

    expect(faulty).toContain('aria-describedby="email-hint email-error"')
    expect(faulty).toContain('value="grace@"')
    expect(faulty).toContain('role="alert"')
  })

  it('sends an address that has an account to sign in', () => {
    expect(html(<CheckoutPage {...page} {...order} signInFirst={{ email: 'grace@example.com', href: '/in?back=x' }} />)).toContain('href="/in?back=x"')
  })

  it('asks nothing of someone who is signed in', () => {
    const known = html(<CheckoutPage {...page} {...order} viewer={grace} buyer={{ name: 'Grace Lin', email: 'grace@example.com' }} />)

    expect(known).not.toContain('name="email"')
    expect(known).toContain('grace@example.com')
  })

  const outcomes: [CheckoutOutcome, string][] = [
    [{ kind: 'waiting', refreshHref: '?again' }, 'Check again'],
    [{ kind: 'paid', email: 'grace@example.com', ownHref: null }, 'Check your mail'],
    [{ kind: 'paid', email: 'grace@example.com', ownHref: null, mailboxHref: '/mailbox' }, 'Open the mailbox'],
    [{ kind: 'paid', email: 'grace@example.com', ownHref: '/learn/x' }, 'Start learning'],
    [{ kind: 'pending-debit', email: 'grace@example.com' }, 'bank debit is on its way'],
    [{ kind: 'failed', reason: 'Your bank refused the card.', retryHref: '/again' }, 'Nothing was charged'],
  ]
  it.each(outcomes)('ends as %o', (outcome, said) => {
    expect(html(<CheckoutDonePage {...page} item={item} totalCents={8900} currency="EUR" outcome={outcome} />)).toContain(said)
  })
})

describe('a free preview', () => {
  const lesson = { id: '1', title: 'Where is C?', kind: 'video', durationSeconds: 250, bodyHtml: '<p>Two black keys.</p>', downloads: [] } as const
  const shown = (media: ComponentProps<typeof PreviewLessonPage>['lesson']['media']) =>
    html(<PreviewLessonPage {...page} course={card} access={{ kind: 'buy', action: '/x' }} lesson={{ ...lesson, media, downloads: [] }} />)

  it('plays with the browser’s own controls, with captions', () => {
    const video = shown({ kind: 'video', src: '/v.mp4', mediaType: 'video/mp4', captions: [{ src: '/v.vtt', locale: 'en', label: 'English' }] })

    expect(video).toMatch(/<video controls=""/)
    expect(video).toContain('<track kind="captions" src="/v.vtt"')
    expect(shown({ kind: 'audio', src: '/a.mp3', mediaType: 'audio/mpeg' })).toMatch(/<audio controls=""/)
  })

  it('is text alone when nothing plays', () => {
    const text = shown(null)

    expect(text).not.toMatch(/<video|<audio/)
    expect(text).toContain('Two black keys.')
  })
})

const version = { id: 'v', label: '1.0', notes: '', releasedAt: '2026-11-01T10:00:00Z', files: [{ id: 'f', name: 'loops.zip', size: '2 MB' }] }
const product: ProductDetail = {
  id: 'p', slug: 'loops', title: 'Loops', summary: null, kind: 'bundle', price: { kind: 'paid', cents: 1900, currency: 'EUR' }, isFrom: true, isSold: false, isOwn: true, descriptionHtml: '<p>…</p>',
  versions: [version, { ...version, id: 'old', label: '0.9' }], givesLicenceKeys: true, downloadsMax: 3,
  music: { bpm: 92, musicalKey: 'Bbm', tags: ['lo-fi'], peaks: [1, 50, 100], previewHref: '/x', previewSeconds: 60 },
  licences: [{ id: 'l', name: 'Lizenz', terms: 'Alles.', isExclusive: true, price: { kind: 'paid', cents: 2900, currency: 'EUR' }, isOwn: false, href: '/x' }],
  parts: [{ id: 'a', title: 'A', thing: 'course', href: null, price: { kind: 'none' }, isOwn: false }, { id: 'b', title: 'B', thing: 'download', href: '/b', price: { kind: 'paid', cents: 900, currency: 'EUR' }, isOwn: true }],
}
const productAccesses: ProductAccess[] = [{ kind: 'buy', action: '/x', coupon: { code: 'AUTUMN', cents: 900 } }, { kind: 'get-free', action: '/x' }, { kind: 'ask-address', href: '/x' }, { kind: 'choose-licence', ownHref: null, canBuy: true }, { kind: 'choose-licence', ownHref: '/x', canBuy: false }, { kind: 'sold', ownHref: null }, { kind: 'sold', ownHref: '/x' }, { kind: 'own', href: '/x' }, { kind: 'not-for-sale' }]

describe('every public page', () => {
  it('works without script', () => {
    const all = [
      <CourseListPage key="" {...page} viewer={kevin} courses={cards(3)} courseCount={3} subjects={[]} previousHref={null} nextHref={null} />,
      <CoursePage key="" {...page} course={course} access={{ kind: 'buy', action: '/x' }} />,
      <CheckoutPage key="" {...page} item={{ ...course, thing: 'course' as const, href: '/x' }} totalCents={8900} currency="EUR" action="/x" />,
    ]

    for (const node of all) expect(html(node)).not.toMatch(/<script|onclick|javascript:/i)
  })

  it('says nothing in English to somebody who reads German', () => {
    const english = new Set(spokenWords([schoolWords, checkoutWords, productWords, () => kindWordsOf('music-school'), () => thingWordsOf('music-school').course, () => thingWordsOf('music-school').download, () => thingWordsOf('music-school').bundle]))
    const pages = [
      <CourseListPage key="" {...page} viewer={kevin} courses={cards(3)} courseCount={3} subjects={[]} previousHref="/a" nextHref="/b" />,
      <CoursePage key="" {...page} course={course} access={{ kind: 'buy', action: '/x' }} />,
      <CoursePage key="" {...page} course={course} access={{ kind: 'enrolled', continueHref: '/x', done: 1, total: 3 }} />,
      <CoursePage key="" {...page} course={course} access={{ kind: 'not-for-sale' }} />,
      <CheckoutPage key="" {...page} item={{ ...course, thing: 'course', href: '/x' }} totalCents={8900} currency="EUR" action="/x" coupon={{ typed: '', applied: null, removeHref: '/x' }} />,
      <CheckoutPage key="" {...page} item={{ ...course, thing: 'course', href: '/x' }} totalCents={0} currency="EUR" action="/x" signInFirst={{ email: 'a@b.example', href: '/y' }} />,
      <CheckoutDonePage key="" {...page} item={{ ...course, thing: 'bundle' }} totalCents={8900} currency="EUR" outcome={{ kind: 'paid', email: 'a@b.example', ownHref: '/x' }} />,
      <ProductListPage key="" {...page} products={[product]} productCount={1} previousHref="/a" nextHref="/b" choices={{ keys: ['Am', 'B'], tags: ['lo-fi'] }} filter={{ bpmFrom: 80, bpmTo: null, key: null, tag: null }} isFiltered />,
      ...productAccesses.map((access) => <ProductPage key="" {...page} product={product} access={access} zone="Europe/Lisbon" ownerNotice={null} />),
      <RequestFreePage key="" {...page} product={{ id: 'p', title: 'Loops', href: '/x' }} consent="Ja." sentTo={null} mailboxHref={null} values={{}} errors={{}} />,
      <FreeDownloadPage key="" {...page} purpose="files" title="Loops" email="a@b.example" isConfirmed isStopped files={product.versions[0]?.files ?? []} />,
      <FreeDownloadPage key="" {...page} purpose="stop" title="Loops" email="a@b.example" isConfirmed isStopped={false} files={[]} />,
      <OwnProductPage key="" title="Loops" versions={[{ ...version, files: [{ id: 'f', name: 'loops.zip', size: '2 MB', left: 2 }] }, { ...version, id: 'old', files: [] }]} licences={[{ key: 'AAAAA', isRevoked: false }, { key: 'BBBBB', isRevoked: true }]} libraryHref="/x" schoolName="Melody" zone="Europe/Lisbon" locale="de" error={null} />,
    ]
    for (const node of pages) {
      const said = inLocale('de-DE', () => html(node)).replace(/<[^>]+>/g, '\n').split('\n').map((line) => line.trim())
      expect(said.filter((line) => english.has(line))).toEqual([])
      expect(said.length).toBeGreaterThan(10)
    }
  })
})

/** What English says and German does not. */
function spokenWords(catalogues: (() => Record<string, unknown>)[]): string[] {
  const all = (locale: string) => inLocale(locale, () => catalogues.flatMap((words) => Object.values(words()))).filter((word) => typeof word === 'string')
  const german = new Set(all('de'))
  return all('en').filter((word) => !german.has(word))
}
