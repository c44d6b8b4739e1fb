import { forgetPersonAltogether } from '#modules/privacy/index.ts'
import { compareUsers, holdUsers, liftUserTombstone, syncUser } from '#modules/identity/index.ts'
import type { ListedUser } from '../ports.ts'
import type { Kind } from './kinds.ts'

/** The only provider whose people live elsewhere; the built-in accounts are rows of our own database. */
const provider = 'clerk'

export const users: Kind<ListedUser> = {
  kind: 'user',
  nameOf: ({ subject }) => ({ subject, about: null }),
  compare: (tx, rows) => compareUsers(tx, provider, rows),
  find: (directory, { subject }, signal) => directory.findUser(subject, signal),
  hold: (tx, rows) => holdUsers(tx, provider, rows),
  async write(ctx, tx, { updatedAt, ...facts }) {
    await syncUser(tx, { kind: 'updated', provider, ...facts, occurredAt: updatedAt, newUserId: ctx.ids.next(), door: 'reconcile' })
  },
  lift: (tx, { subject }, endedAt) => liftUserTombstone(tx, { provider, subject }, endedAt),
  async end(ctx, tx, { subject }, at) {
    const nothing = { name: '', email: null, isEmailVerified: false, imageUrl: null }
    const { userId, isGone, email } = await syncUser(tx, { kind: 'deleted', provider, subject, ...nothing, occurredAt: at, newUserId: ctx.ids.next(), door: 'reconcile' })
    if (isGone) await forgetPersonAltogether(ctx, tx, { userId, at, email })
  },
}
