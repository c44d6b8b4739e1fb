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
/** While the database works on one crowd, this process can get the next one ready. */
const crowdsMax = 3
const forgetting = 0.95

/** The events of one kind that stand at the door. */
interface Lane {
  waiting: Waiting[]
  /** Crowds that are under way, and events in them. */
  crowds: number
  underWay: number
  /** How many stood here at once of late, waiting and under way: the highest number, forgotten by and by. */
  present: number
}

/**
 * The way in of one process. Events whose handlers take several at once share a transaction with those that came while
 * others were under way, so a crowd pays for one commit. All others are stored first and tried after.
 *
 * Who comes when nothing is under way goes at once. A second crowd goes beside the first as soon as about half of all are
 * in it: smaller ones would cost the database more than they save time.
 */
export function openIntake<Ctx extends SystemCtx>(inbox: Inbox<Ctx>): Intake<Ctx> {
  const lanes = new Map<TakeTogether<Ctx>, Lane>()

  function letGo(together: TakeTogether<Ctx>, lane: Lane): void {
    lane.present = Math.max(lane.present, lane.waiting.length + lane.underWay)
    while (mayLeave(lane)) void lead(together, lane, lane.waiting.splice(0, togetherMax))
  }

  async function lead(together: TakeTogether<Ctx>, lane: Lane, crowd: Waiting[]): Promise<void> {
    lane.crowds += 1
    lane.underWay += crowd.length
    lane.present *= forgetting
    const { alone } = await takeTogether(inbox, together, crowd)
    for (const { event, isLate, done, fail } of alone) takeAlone(inbox, event, isLate).then(done, fail)
    lane.crowds -= 1
    lane.underWay -= crowd.length
    letGo(together, lane)
  }

  function join(together: TakeTogether<Ctx>, event: IncomingEvent): Promise<KnownEvent | null> {
    return new Promise((done, fail) => {
      const lane = lanes.get(together) ?? { waiting: [], crowds: 0, underWay: 0, present: 0 }
      lanes.set(together, lane)
      lane.waiting.push({ event, since: performance.now(), done, fail })
      letGo(together, lane)
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

function mayLeave({ waiting, crowds, present }: Lane): boolean {
  if (waiting.length === 0) return false
  return crowds === 0 || (crowds < crowdsMax && waiting.length * crowdsMax >= present * forgetting)
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
