import type { Shape } from '#platform/i18n/catalogue.ts'
import type { en } from './en.ts'

export const de: Shape<typeof en> = {
  owner: 'Sie leiten sie',
  admin: 'Sie helfen, sie zu leiten',
  instructor: 'Sie unterrichten hier',
  assistant: 'Sie assistieren hier',
  student: 'Sie lernen hier',
  guardian: 'Ihre Familie lernt hier',
}
