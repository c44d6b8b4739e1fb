import { asSystem } from '#platform/db/as-system.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { AppError } from '#platform/errors/app-error.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import type { TakeTogether } from '#platform/switchboard-types.ts'
import { noteQueued, tryFastPath } from './fast-path.ts'
import type { Inbox } from './inbox.ts'
import { storeEvent, type IncomingEvent, type KnownEvent } from './store-event.queries.ts'
import { takeTogether, type Waiting } from './take-together.ts'

/** Where events come in that were found true. */
export interface Intake<Ctx extends SystemCtx> {
  inbox: Inbox<Ctx>
  /**
   * Stores an event and lets its handler try. When it resolves, the event is safe here, whatever came of the try.
   *
   * @returns null when it is new, else the one that came before, untouched
   * @throws NotStored or DatabaseUnavailable
   */
  take(event: IncomingEvent): Promise<KnownEvent | null>
}

/** The event could not be stored: the sender keeps it and comes again. */
export class NotStored extends AppError {
  constructor(cause: unknown) {
    super({ code: 'not-stored', status: 503, publicMessage: 'This could not be stored. Please send it again.', message: 'a webhook could not be stored', cause, retryAfterSeconds: 5 })
  }
}

const togetherMax = 64

/**
 * The way in of one process. Events whose handlers take several at once share a transaction with those that came while
 * the one before was under way: nobody waits for company, and a crowd pays for one commit. All others are stored first
 * and tried after.
 */
export function openIntake<Ctx extends SystemCtx>(inbox: Inbox<Ctx>): Intake<Ctx> {
  const lanes = new Map<TakeTogether<Ctx>, Waiting[]>()

  async function drive(together: TakeTogether<Ctx>, waiting: Waiting[]): Promise<void> {
    while (waiting.length > 0) {
      const crowd = waiting.splice(0, togetherMax)
      const { alone } = await takeTogether(inbox, together, crowd)
      for (const { event, isLate, done, fail } of alone) takeAlone(inbox, event, isLate).then(done, fail)
    }
    lanes.delete(together)
  }

  function join(together: TakeTogether<Ctx>, event: IncomingEvent): Promise<KnownEvent | null> {
    return new Promise((done, fail) => {
      const one: Waiting = { event, since: performance.now(), done, fail }
      const waiting = lanes.get(together)
      if (waiting) return void waiting.push(one)

      const opened = [one]
      lanes.set(together, opened)
      void drive(together, opened)
    })
  }

  return {
    inbox,
    take(event) {
      const together = inbox.switchboard.inbox[event.provider]?.[event.type]?.together
      return together ? join(together, event) : takeAlone(inbox, event, false)
    },
  }
}

/** Stores the event with its job, then tries it: two transactions, so that nothing the handler does can undo the storing. */
async function takeAlone<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, event: IncomingEvent, isLate: boolean): Promise<KnownEvent | null> {
  const known = await store(inbox, event)
  failPoint('after-store-before-handling')
  if (known) return known

  if (isLate) noteQueued(inbox, event, 'late')
  else await tryFastPath(inbox, { ...event, attempts: 0 })
  return null
}

async function store<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, event: IncomingEvent): Promise<KnownEvent | null> {
  try {
    return await asSystem(inbox.pool, ({ tx }) => storeEvent(tx, event))
  } catch (fault) {
    throw fault instanceof AppError ? fault : new NotStored(fault)
  }
}
