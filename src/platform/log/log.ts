import { pino } from 'pino'

/**
 * The one logger. Secrets never reach it: known fields are struck out here, and code passes ids, not records.
 *
 * @example
 * log.info({ eventId }, '✓ Fast path success')
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.DEBUG ? 'debug' : 'info'),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: ['password', 'token', 'secret', 'authorization', 'cookie', '*.password', '*.token', '*.secret', 'headers.cookie', 'headers.authorization'],
    censor: '[struck out]',
  },
})

export type Log = typeof log
