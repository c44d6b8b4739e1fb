import { AppError } from '#platform/errors/app-error.ts'
import { faultWords } from '#platform/errors/words/fault-words.ts'

/** The database cannot be reached or is starting: worth another try in a moment. */
export class DatabaseUnavailable extends AppError {
  constructor(cause: unknown) {
    super({
      code: 'database-unavailable',
      status: 503,
      publicMessage: faultWords().noDatabase,
      message: cause instanceof Error ? cause.message : 'database unavailable',
      cause,
      retryAfterSeconds: 5,
    })
  }
}

const connectionClasses = new Set(['08', '57', '53'])
const socketFaults = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'])

/**
 * Tells faults of the connection (another try may work) from faults of the statement (it never will).
 *
 * @param fault what pg threw
 * @returns DatabaseUnavailable for the first kind, else the fault itself
 */
export function translateDatabaseFault(fault: unknown): unknown {
  if (fault instanceof AppError || !(fault instanceof Error)) return fault

  const code = (fault as { code?: unknown }).code
  // 57014 is a cancelled statement: our own doing or a time limit, not an absent server.
  const isConnectionClass = typeof code === 'string' && code.length === 5 && connectionClasses.has(code.slice(0, 2)) && code !== '57014'
  const isSocketFault = typeof code === 'string' && socketFaults.has(code)
  const isTimeout = /timeout exceeded when trying to connect|Connection terminated|Query read timeout|connection timeout|is not queryable/i.test(fault.message)
  return isConnectionClass || isSocketFault || isTimeout ? new DatabaseUnavailable(fault) : fault
}

/** Whether a fault is the breach of a unique constraint, and of which one if a name is given. */
export function isUniqueViolation(fault: unknown, constraint?: string): boolean {
  const found = fault as { code?: unknown; constraint?: unknown } | null
  return found?.code === '23505' && (constraint === undefined || found.constraint === constraint)
}
