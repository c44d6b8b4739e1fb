import type { LanguageChoice } from '#ui/language-switch.tsx'
import type { Place } from '#ui/place-switcher.tsx'

/** What the public pages of a school are given. Everything is ready to show: nothing here is looked up again. */

export type SchoolView = {
  name: string
  slug: string
  /** music-school, yoga-studio and so on; decides the drawing beside the headline. */
  preset: string
  /** One line under the name, in the footer and the head of the page. */
  tagline: string | null
  heroTitle: string | null
  heroText: string | null
  /** ISO 4217. */
  currency: string
  /** In which dates and money are written for the reader. BCP 47, such as en or pt-PT. */
  locale: string
  /** Any CSS colour; covers take their hue from it. */
  brand: string
  /** A key of `typePairs`. */
  typePair?: string
  logoUrl?: string | null
}

export type Viewer = {
  name: string
  /** Their role in this school; null for someone signed in who does not belong to it. */
  role: 'owner' | 'admin' | 'instructor' | 'assistant' | 'student' | 'guardian' | null
}

/** Where things are. `base` is '' on the school's own host and '/s/<slug>' by path. */
export type SchoolLinks = {
  home: string
  courses: string
  products: string
  signIn: string
  signUp: string
  library: string
  studio: string
  /** A page of the installation: a person has one account at all schools. */
  account: string
  signOut: string
}

/** What every public page of a school carries. */
export type SchoolPage = {
  school: SchoolView
  base: string
  viewer: Viewer | null
  /** There is something to buy beside courses. */
  hasProducts?: boolean
  /** Terms and the like, as the foot names them. */
  documents?: readonly { title: string; href: string }[]
  /** The schools of who is signed in, and the page that lists them. */
  places?: { schools: readonly Place[]; allHref: string } | null
  /** Replaces addresses that differ from `base` + the usual path, such as sign-in and the account on the base domain. */
  links?: Partial<SchoolLinks>
  /** For the page's one inline style, under the Content-Security-Policy. */
  nonce?: string
  /** In which languages the page can be read. */
  languages?: LanguageChoice
}

export type Price =
  | { kind: 'paid'; cents: number; currency: string }
  | { kind: 'free' }
  /** Published, but nothing can be bought yet. */
  | { kind: 'none' }

export type CourseCard = {
  id: string
  slug: string
  title: string
  summary: string | null
  /** What it teaches, such as piano or guitar; decides which cover is drawn. */
  subject: string | null
  teacherName: string | null
  lessonCount: number
  price: Price
  /** beginner, improver and so on, as the school says it. */
  level?: string | null
  /** The school's own picture; a cover is drawn when there is none. */
  coverUrl?: string | null
  /** The viewer has it. */
  enrolled?: boolean
}

export type Teacher = { id: string; name: string; specialities: string | null; imageUrl?: string | null }

export type LessonKind = 'text' | 'video' | 'audio' | 'pdf' | 'file'

export type LessonRow = {
  id: string
  title: string
  kind: LessonKind
  durationSeconds: number | null
  isPreview: boolean
  /** Where the preview is seen, or the lesson itself for those who have the course. */
  href?: string | null
}

export type SectionView = { id: string; title: string; lessons: LessonRow[] }

export type CourseDetail = CourseCard & {
  /** Already cleaned by the server: tags of the lesson editor only. */
  descriptionHtml: string | null
  outcomes: string[]
  sections: SectionView[]
  /** What the price includes, as lines; made from the lessons when left out. */
  includes?: string[]
  /** Days in which the buyer may change their mind; nothing is said when null. */
  refundDays: number | null
  durationSeconds: number | null
}

/** A coupon at the checkout. */
export type CouponView = {
  /** What stands in the field. */
  typed: string
  /** What it does, when it fits: "25% off". */
  applied: { code: string; words: string; discountCents: number; /** Said when less than the least that can be charged would be left. */ note: string | null } | null
  /** Takes it off again. */
  removeHref: string
}

/** What the viewer can do with the course. */
export type CourseAccess =
  | { kind: 'buy'; action: string; /** What the visitor's coupon makes of the price. */ coupon?: { code: string; cents: number } | null }
  | { kind: 'start-free'; action: string }
  | { kind: 'enrolled'; continueHref: string; done: number; total: number }
  | { kind: 'not-for-sale' }

/** Something only those who run the school see. */
export type OwnerNotice = { title: string; text: string; href: string; linkLabel: string }

export type FieldFaults = Record<string, string>

/** What a lesson plays, beside its text. */
export type LessonMedia = {
  kind: 'video' | 'audio'
  src: string
  mediaType: string | null
  posterUrl?: string | null
  captions?: { src: string; locale: string; label: string }[]
}

export type Download = { href: string; name: string; /** In words, such as "240 kB". */ size: string | null }

export type PreviewLesson = {
  id: string
  title: string
  kind: LessonKind
  durationSeconds: number | null
  media: LessonMedia | null
  /** Already cleaned by the server: tags of the lesson editor only. */
  bodyHtml: string | null
  downloads: Download[]
}
