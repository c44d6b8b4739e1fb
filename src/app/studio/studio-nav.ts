import { BookOpen, CreditCard, House, Landmark, Package, PanelsTopLeft, Settings, TicketPercent, UserRound, Users, type LucideIcon } from 'lucide-react'
import type { Permission } from '#modules/tenancy/index.ts'
import { capital, type Wording } from '#modules/tenancy/presets/wording.schema.ts'
import type { NavItem } from '#ui/app-shell.tsx'
import { studioWords } from '../words/studio-words.ts'

interface StudioPlace {
  path: string
  label: string
  icon: LucideIcon
  permission: Permission
}

const places = (): readonly StudioPlace[] => [
  { path: '/studio', label: studioWords().today, icon: House, permission: 'studio.enter' },
  { path: '/studio/courses', label: studioWords().courses, icon: BookOpen, permission: 'courses.manage' },
  { path: '/studio/products', label: studioWords().products, icon: Package, permission: 'courses.manage' },
  { path: '/studio/people', label: studioWords().people, icon: Users, permission: 'people.read' },
  { path: '/studio/orders', label: studioWords().orders, icon: CreditCard, permission: 'orders.read' },
  { path: '/studio/customers', label: studioWords().customers, icon: UserRound, permission: 'orders.read' },
  { path: '/studio/coupons', label: studioWords().coupons, icon: TicketPercent, permission: 'offers.manage' },
  { path: '/studio/payouts', label: studioWords().payouts, icon: Landmark, permission: 'orders.read' },
]
const footPlaces = (): readonly StudioPlace[] => [
  { path: '/studio/site', label: studioWords().site, icon: PanelsTopLeft, permission: 'school.manage' },
  { path: '/studio/settings', label: studioWords().settings, icon: Settings, permission: 'school.manage' },
  { path: '/studio/profile', label: studioWords().yourProfile, icon: UserRound, permission: 'studio.enter' },
]

/**
 * The ways through the studio that a role may go.
 *
 * @param at `here` is the path of the page without the school's base
 */
export function studioNav({ base, here, permissions, wording }: { base: string; here: string; permissions: readonly string[]; wording: Wording }): { items: NavItem[]; footItems: NavItem[] } {
  const show = (list: readonly StudioPlace[]): NavItem[] =>
    list.filter(({ permission }) => permissions.includes(permission)).map(({ path, label, icon }) => ({
      href: `${base}${path}`,
      label: path === '/studio/courses' ? capital(wording.course.many) : label,
      icon,
      current: path === '/studio' ? here === path : here === path || here.startsWith(`${path}/`),
    }))
  return { items: show(places()), footItems: show(footPlaces()) }
}
