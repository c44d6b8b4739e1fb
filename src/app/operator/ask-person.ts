import { redirect } from 'react-router'
import { z } from 'zod'
import { askProvider } from '#modules/operations/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/ask-person.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answering } from '../respond.ts'
import { requireOperator } from './require-operator.ts'

const looked = z.string().trim().min(1).max(200)

/** Nothing is to be seen here: the press stands in the inbox. */
export const loader = answering(async ({ context }: Route.LoaderArgs) => {
  await requireOperator(context)
  throw redirect('/operator/inbox')
})

/** Asks the identity provider for somebody, and shows in the inbox how that ended. */
export const action = answering(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer } = await requireOperator(context)
  const text = looked.safeParse((await readSentForm(request)).get('text')).data
  if (!text) throw new NotFound('nobody was named')

  const isKnown = await askProvider(ctx, text, viewer.userId)
  throw redirect(`/operator/inbox?${new URLSearchParams({ text, asked: isKnown ? 'brought' : 'unknown' })}`)
})
