import type { EdgeForm } from './bad-values.ts'

/** The rows that the forms stand on. */
export interface FormPlaces {
  courseId: string
  sectionId: string
  lessonId: string
  courseSlug: string
  fileId: string
  attachmentId: string
  membershipId: string
  invitationId: string
  orderId: string
  sessionId: string
}

/** Every form of the product with what it is sent when all is well; `intent` is left alone when the rest is spoilt. */
export function everyForm(places: FormPlaces): EdgeForm[] {
  const course = `/studio/courses/${places.courseId}`
  const lesson = `${course}/lessons/${places.lessonId}`
  const { sectionId, lessonId } = places
  const atSchool = (path: string, form: Record<string, string>): EdgeForm => ({ where: 'school', path, form })
  const atHome = (path: string, form: Record<string, string>): EdgeForm => ({ where: 'installation', path, form })
  return [
    atSchool('/studio/courses', { title: 'Scales' }),
    atSchool(course, { intent: 'add-section', title: 'More' }),
    atSchool(course, { intent: 'rename-section', sectionId, title: 'More' }),
    atSchool(course, { intent: 'move-section', sectionId, to: '0' }),
    atSchool(course, { intent: 'remove-section', sectionId }),
    atSchool(course, { intent: 'add-lesson', sectionId, title: 'One', kind: 'text' }),
    atSchool(course, { intent: 'move-lesson', lessonId, sectionId, index: '0' }),
    atSchool(course, { intent: 'set-price', price: '10' }),
    atSchool(course, { intent: 'nothing-like-it' }),
    atSchool(`${course}/settings`, { title: 'Scales', slug: 'listed', subject: '', level: '', summary: '', descriptionHtml: '', outcomes: '', instructorMembershipId: '' }),
    atSchool(lesson, { intent: 'save', title: 'Paid', bodyHtml: '<p>Text</p>', isPreview: 'on', mediaFileId: '' }),
    atSchool(lesson, { intent: 'set-media', fileId: places.fileId }),
    atSchool(lesson, { intent: 'add-attachment', fileId: places.fileId }),
    atSchool(lesson, { intent: 'move-attachment', attachmentId: places.attachmentId, to: 'up' }),
    atSchool(lesson, { intent: 'remove-attachment', attachmentId: places.attachmentId }),
    atSchool('/studio/people', { intent: 'resend', invitation: places.invitationId }),
    atSchool('/studio/people', { intent: 'revoke', invitation: places.invitationId }),
    atSchool('/studio/people/invite', { email: 'new@test.example', role: 'student' }),
    atSchool(`/studio/people/${places.membershipId}`, { role: 'student' }),
    atSchool(`/studio/orders/${places.orderId}/refund`, { reason: 'Asked' }),
    atSchool('/studio/payouts', { country: 'PT' }),
    atSchool('/studio/settings', { name: 'School', tagline: '', heroTitle: '', heroText: '', about: '', brandColour: '#96372f', timeZone: 'Europe/Lisbon', locale: 'en' }),
    atSchool(`/courses/${places.courseSlug}/checkout`, { email: 'buyer@test.example' }),
    atSchool(`/courses/${places.courseSlug}/start`, { next: '' }),
    atSchool(`/learn/${places.courseSlug}/${lessonId}`, { next: lessonId }),
    atHome('/account', { name: 'Ines' }),
    atHome('/account', { intent: 'end', session: places.sessionId }),
    atHome('/onboarding', { name: 'Another', slug: 'another-school', preset: 'music-school', currency: 'eur', timeZone: 'Europe/Lisbon', locale: 'en' }),
  ]
}

/** The forms for people who are not signed in. */
export const visitorForms: EdgeForm[] = [
  { where: 'installation', path: '/sign-in', form: { email: 'a@test.example', password: 'a quiet morning' } },
  { where: 'installation', path: '/sign-in', form: { intent: 'link', email: 'a@test.example' } },
  { where: 'installation', path: '/sign-up', form: { name: 'A', email: 'a@test.example', password: 'a quiet morning' } },
  { where: 'installation', path: '/forgot', form: { email: 'a@test.example' } },
  { where: 'installation', path: '/reset', form: { token: 'a-token', password: 'a quiet morning' } },
  { where: 'installation', path: '/invitation/a-token', form: { name: 'A', password: 'a quiet morning' } },
]
