import { counting } from '#platform/i18n/counting.ts'
import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

const count = counting('de')

export const de: Shape<typeof en> = {
  subject: (host) => `Ein Webhook-Endpunkt ist abgeschaltet: ${host}`,
  heading: (host) => `${host} erfährt nicht mehr, was in Ihrer Schule geschieht`,
  gone: (url) => `Wir haben den Webhook-Endpunkt ${url} abgeschaltet. Er hat mit 410 geantwortet: Er möchte nichts mehr bekommen.`,
  failing: (url, days) => `Wir haben den Webhook-Endpunkt ${url} abgeschaltet. Seit ${count(days, { one: 'einem Tag', other: '# Tagen' })} ist nichts zu ihm durchgekommen.`,
  held: 'Was unterwegs war, bleibt liegen, und nichts geht verloren. Sobald der Empfänger wieder läuft, schalten Sie den Endpunkt ein und senden nach, was gefehlt hat.',
  look: 'Endpunkt ansehen',
}
