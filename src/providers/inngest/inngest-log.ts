import { log } from '#platform/log/log.ts'

/** The SDK's own words in our log. A job that fails has said so itself by then. */
export const inngestLog = {
  debug: (...said: unknown[]) => log.debug({ from: 'inngest' }, words(said)),
  info: (...said: unknown[]) => log.debug({ from: 'inngest' }, words(said)),
  warn: (...said: unknown[]) => log.warn({ from: 'inngest' }, words(said)),
  error: (...said: unknown[]) => log.warn({ from: 'inngest' }, words(said)),
}

function words(said: unknown[]): string {
  return said.map((one) => (typeof one === 'string' ? one : reasonOf(one))).filter(Boolean).join(' ')
}

function reasonOf(said: unknown): string {
  const fault = said instanceof Error ? said : (said as { err?: unknown } | null)?.err
  return fault instanceof Error ? fault.message : ''
}
