import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { takeEffect, useTestInbox } from '../../../tests/support/test-inbox.ts'
import { asSystem } from '../db/as-system.ts'
import { replayEvent } from './replay-event.ts'
import { runPendingFor } from './run-pending-for.ts'

const database = useTestDatabase()
let breaks = 0
const inbox = useTestInbox(database, {
  'song.sung': {
    async apply(_, tx, event) {
      if (breaks-- > 0) throw new Error('a string broke')
      await takeEffect(tx, event.eventId)
    },
  },
})

describe('what the built-in identity wrote about a person', () => {
  it('runs at once when the sign-up asks, in the order it was written, and only about that person', async () => {
    const { inbox: ground, switchboard } = inbox()
    switchboard.inbox.builtin = {
      'user.created': { apply: (_, tx, event) => takeEffect(tx, `created ${(event.payload as { id: string }).id}`) },
      'user.updated': { apply: (_, tx, event) => takeEffect(tx, `updated ${(event.payload as { id: string }).id}`) },
    }
    const person = v7()
    await database().superuser.query(`insert into better_auth."user" (id, name, email) values ($1, 'Mei', 'mei@test.example'), ('other', 'Other', 'other@test.example')`, [person])
    await database().superuser.query(`update better_auth."user" set "emailVerified" = true where id = $1`, [person])

    expect(await runPendingFor(ground, 'builtin', person)).toBe(2)
    expect(await inbox().effects()).toEqual([`created ${person}`, `updated ${person}`])
    expect(await runPendingFor(ground, 'builtin', person)).toBe(0)
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual([`created ${person}`, `updated ${person}`, 'created other'])
  })
})

describe('an event that was given up', () => {
  it('is tried from the beginning when it is replayed; one that is done stays done', async () => {
    breaks = 99
    await inbox().send({ id: 'evt_r', type: 'song.sung' })
    await inbox().drainJobs()
    const { id } = (await inbox().row('evt_r')) as { id: string }
    breaks = 0
    expect(await replayEvent(inbox().inbox.ctx, id)).toBe(true)
    await inbox().drainJobs()
    expect(await inbox().row('evt_r')).toMatchObject({ status: 'completed', attempts: 1 })
    expect(await replayEvent(inbox().inbox.ctx, id)).toBe(false)
    expect(await replayEvent(inbox().inbox.ctx, v7())).toBe(false)
  })
})
