import { counting } from '#platform/i18n/counting.ts'

const count = counting('en')

/** The mail that a webhook endpoint was switched off. */
export const en = {
  subject: (host: string) => `A webhook endpoint was switched off: ${host}`,
  heading: (host: string) => `${host} is no longer told what happens in your school`,
  gone: (url: string) => `We have switched off the webhook endpoint ${url}. It answered 410, which means that it wants nothing more.`,
  failing: (url: string, days: number) => `We have switched off the webhook endpoint ${url}. Nothing has got through to it for ${count(days, { one: '# day', other: '# days' })}.`,
  held: 'What was on its way is held, and nothing of it is lost. When the receiver is well again, switch the endpoint on, and send again what was missed.',
  look: 'Look at the endpoint',
}
