import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  subject: (inviter, school) => `${inviter} lädt Sie zu ${school} ein`,
  heading: (school) => `Willkommen bei ${school}`,
  invites: {
    owner: (inviter, school) => `${inviter} lädt Sie zu ${school} ein, um die Schule zu leiten.`,
    admin: (inviter, school) => `${inviter} lädt Sie zu ${school} ein, um bei der Verwaltung zu helfen.`,
    instructor: (inviter, school) => `${inviter} lädt Sie zu ${school} ein, als Lehrkraft.`,
    assistant: (inviter, school) => `${inviter} lädt Sie zu ${school} ein, als Assistenz.`,
    student: (inviter, school) => `${inviter} lädt Sie zu ${school} ein, zum Lernen.`,
    guardian: (inviter, school) => `${inviter} lädt Sie zu ${school} ein, als Elternteil.`,
  },
  yoursAlone: 'Der Link ist nur für Sie und gilt zwei Wochen.',
  accept: 'Einladung annehmen',
  why: (school) => `${school} schickt Ihnen diese E-Mail, weil dort jemand Ihre Adresse eingegeben hat. Wenn Sie niemanden dort kennen, müssen Sie nichts tun.`,
}
