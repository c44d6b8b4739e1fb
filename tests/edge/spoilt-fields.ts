import type { EdgeForm } from './bad-values.ts'

const long = (letters: number) => 'x'.repeat(letters)
const blank = ['', '   ']
const nobodys = '0190a0de-0000-7000-8000-00000000abcd'

/**
 * What each field must refuse: too much, nothing where something is needed, the wrong kind. A field that differs from
 * others of its name stands with the address of its form.
 */
const refused: Record<string, string[]> = {
  name: [...blank, long(121)],
  rows: ['', 'nobody', '"a@b.example', long(2_000_001)],
  title: [...blank, long(161)],
  email: [...blank, 'nobody', 'a b@test.example', `${long(250)}@test.example`],
  password: ['', 'short', long(201)],
  // A short one may be somebody's: that it is wrong stands above the form, and not beside the password.
  '/sign-in password': ['', long(201)],
  newPassword: ['', 'short', long(201)],
  code: [...blank, 'many', '12345', '1234567'],
  trusts: ['perhaps'],
  slug: [...blank, 'Ä ö', '-a-', long(81)],
  price: ['', 'ninety', '-1', '1.234', long(21)],
  kind: ['', 'dance'],
  subject: [long(41)],
  level: [long(41)],
  summary: [long(401)],
  descriptionHtml: [long(100_001)],
  outcomes: [long(4001), 'A line\n'.repeat(13)],
  instructorMembershipId: ['not-an-id', nobodys],
  bodyHtml: [long(400_001)],
  isPreview: ['perhaps'],
  endMany: ['perhaps'],
  tagline: [long(161)],
  'tagline-de': [long(161)],
  brandColour: ['', 'red'],
  timeZone: ['', 'Nowhere/Here'],
  currency: ['', 'xyz'],
  preset: ['', 'pony-farm'],
  sample: ['perhaps'],
  displayName: [...blank, long(121)],
  headline: [long(81)],
  bio: [long(601)],
  type: ['pony', 'realtor'],
  'teacher.years': ['many', '-1', '71', '1.5'],
  'teacher.subjects': [...blank, long(161)],
  'teacher.languages': [long(121)],
  isPublic: ['perhaps'],
  role: ['', 'emperor'],
  hint: [long(201)],
  choices: ['', 'One', long(81)],
  access: ['', 'everybody'],
  isRequired: ['perhaps'],
  isListed: ['perhaps'],
  field: [long(201)],
  weight: ['', 'perhaps'],
  atEntry: ['perhaps'],
  atCheckout: ['perhaps'],
  changeNote: [long(501)],
  days: ['', 'many'],
  country: ['', 'XX'],
  amount: ['', 'many', '0', '-1', '1.5', '10001'],
  reason: [long(201)],
  url: [...blank, 'nowhere', 'http://hooks.example.com/', 'https://me:secret@hooks.example.com/', 'https://localhost/', `https://hooks.example.com/${long(2000)}`],
  host: [...blank, 'nowhere', 'a b.example.com', '127.0.0.1', '-a.example.com', 'own.coursecove.localhost', `${long(64)}.example.com`, long(301)],
  description: [long(201)],
  'order.paid': ['perhaps'],
  ownLanguage: ['', 'xx'],
  'offer-en': ['perhaps'],
  'offer-de': ['perhaps'],
  'order.refunded': ['perhaps'],
  'course.completed': ['perhaps'],
  hours: ['', '2', 'many'],
  expiresIn: ['', '31', 'soon'],
  courses: ['perhaps', 'write'],
  people: ['perhaps'],
  enrolments: ['perhaps'],
  orders: ['perhaps', 'write'],
  coupons: ['perhaps', 'write'],
  webhooks: ['perhaps', 'write'],
  origins: ['nowhere', 'http://www.example.com', 'https://www.example.com/path', 'https://me:secret@example.com', long(4001)],
  coupon: [...blank, 'ÄÖ', 'a', 'two!', long(41)],
  '/courses/listed/checkout coupon': ['NONE-SUCH', long(61)],
  '/products/a-bundle/checkout coupon': ['NONE-SUCH', long(61)],
  discountKind: ['', 'gift'],
  off: ['', 'half', '0', '-1', '101', '1.234', long(21)],
  appliesTo: ['', 'most'],
  bpm: ['fast', '19', '401', '92.5'],
  musicalKey: ['H', 'perhaps'],
  tags: [long(31), 'a,b,c,d,e,f,g,h,i,j,k,l,m', long(401)],
  terms: [long(2001)],
  label: [...blank, long(41)],
  notes: [long(2001)],
  isExclusive: ['perhaps'],
  givesLicenceKeys: ['perhaps'],
  answersLicenceChecks: ['perhaps'],
  consentText: [long(501)],
  agrees: ['', 'perhaps'],
  downloadsMax: ['many', '0', '-1', '1.5', '1001'],
  // The box of each thing that a bundle can hold.
  part: ['perhaps'],
  // The box of each thing that a coupon can be for.
  for: ['perhaps'],
  usesMax: ['many', '0', '-1', '1.5', '1000001', long(21)],
  perPersonMax: ['many', '0', '-1', '1.5', '1001'],
  startsOn: ['tomorrow', '2026-02-30', '1.3.2027'],
  endsOn: ['tomorrow', '2026-02-30', '2026-08-31'],
  typePair: ['', 'comic'],
  look: ['', 'dim'],
  sites: ['nowhere', 'javascript:alert(1)', 'https://one.example two', long(5001)],
  '/studio/site/search title': [long(71)],
  layout: ['', 'sideways'],
  ...Object.fromEntries(['hero', 'about', 'courses', 'products', 'people', 'schedule', 'testimonials', 'text', 'gallery', 'contact', 'embed'].map((kind) => [`/studio/site/blocks/${kind} title`, [long(121)]])),
  text: [long(501)],
  html: [long(40_001)],
  action: ['', 'dance'],
  pictureAlt: [long(201)],
  most: ['', 'many', '7'],
  address: ['nowhere', 'https://video.example/1', long(501)],
  'day.0': ['', 'monday', '0', '8', '1.5'],
  'start.0': ['', 'noon', '24:00', '9.30'],
  'minutes.0': ['', 'an hour', '4', '721', '7.5'],
  'title.0': ['', long(121)],
  'who.0': [long(121)],
  'place.0': [long(121)],
  'quote.0': ['', long(601)],
  'name.0': ['', long(81)],
  'about.0': [long(121)],
  'alt.0': [long(201)],
  'caption.0': [long(201)],
  message: [...blank, long(4001)],
  '/operator/inbox text': [long(201)],
  '/operator/inbox provider': [long(41)],
  '/operator/inbox type': [long(121)],
  '/operator/inbox since': ['yesterday', '2026-13-40T10:00'],
  '/operator/inbox until': ['yesterday', '2026-13-40T10:00'],
}

/** Fields that take whatever is typed. */
const takesAll: Record<string, string> = { file: 'a word is no file; what was pasted counts then', 'bpm-from': 'what makes no sense counts as nothing asked for', 'bpm-to': 'what makes no sense counts as nothing asked for', key: 'what makes no sense counts as nothing asked for', tag: 'a tag that no music has finds nothing, and the page says so', course: 'a course that is not there shows the first one', field: 'a word that no field holds finds nobody, and the page says so', search: 'a word that nobody is called by finds nobody, and the page says so' }

/** What the hidden parts of forms are called: ids, what a button says, and the field for programs. They are no fields, and nobody types them. */
export const hiddenNames = new Set(['intent', 'sectionId', 'lessonId', 'attachmentId', 'versionId', 'licenceId', 'fileId', 'mediaFileId', 'membershipId', 'invitation', 'session', 'next', 'token', 'to', 'index', 'group', 'id', 'ids', 'job', 'back', 'all', 'status', 'block', 'version', 'picture', 'fileId.0', 'website', 'language', 'in', 'id.0'])

/**
 * What a field must refuse.
 *
 * @throws for a field that nobody thought of yet
 */
export function refusedBy({ path }: Pick<EdgeForm, 'path'>, field: string): string[] {
  if (field in takesAll) return []
  const words = refused[`${path} ${field}`] ?? refused[field.replace(/-[0-9a-f-]{36}$/, '')]
  if (!words) throw new Error(`tests/edge/spoilt-fields.ts does not say what the field ${field} of ${path} refuses`)
  return words
}
