import { Activity, GitCompareArrows, Inbox, ListTodo } from 'lucide-react'
import { Outlet, useLocation } from 'react-router'
import { installationWords } from '#modules/operations/ui/words/installation-words.ts'
import { AppShell } from '#ui/app-shell.tsx'
import { PlaceSwitcher } from '#ui/place-switcher.tsx'
import { ToastProvider } from '#ui/toast.tsx'
import type { Route } from './+types/operator.ts'
import { Pending } from '../pending.tsx'
import { answering } from '../respond.ts'
import { SignedIn } from '../signed-in.tsx'
import { useSoftLinks } from '../studio/use-soft-links.ts'
import { loadPlaces } from '../switcher/load-places.ts'
import { requireOperator } from './require-operator.ts'

/** Nothing here is ever kept by a cache. */
export const middleware: Route.MiddlewareFunction[] = [
  async (_, next) => {
    const response = await next()
    response.headers.set('Cache-Control', 'no-store')
    return response
  },
]

/** Everybody comes through here; each page asks again besides, because an action runs without it. */
export const loader = answering(async ({ context }: Route.LoaderArgs) => {
  const { viewer } = await requireOperator(context)
  return { name: viewer.name, places: await loadPlaces(context, viewer.userId) }
})

export const meta: Route.MetaFunction = () => [{ title: `${installationWords().operator} · CourseCove` }]

const places = [
  { path: '/operator', word: 'health', icon: Activity },
  { path: '/operator/inbox', word: 'inbox', icon: Inbox },
  { path: '/operator/reconcile', word: 'reconcile', icon: GitCompareArrows },
  { path: '/operator/jobs', word: 'jobs', icon: ListTodo },
] as const

export default function Operator({ loaderData }: Route.ComponentProps) {
  const words = installationWords()
  const { pathname } = useLocation()
  useSoftLinks('/operator')
  const items = places.map(({ path, word, icon }) => ({ href: path, label: words[word], icon, current: path === '/operator' ? pathname === path : pathname.startsWith(path) }))
  return (
    <ToastProvider page={pathname}>
      <AppShell place={{ name: 'CourseCove', href: '/', note: words.operator, switcher: <PlaceSwitcher places={loaderData.places.schools} label={words.switchSchool} all={{ href: loaderData.places.allHref, label: words.allSchools }} /> }} items={items} foot={<SignedIn name={loaderData.name} action="/sign-out" />}>
        <Pending />
        <Outlet />
      </AppShell>
    </ToastProvider>
  )
}
