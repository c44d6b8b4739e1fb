import pg from 'pg'
import { directSystemUrl, type DirectSource } from '../../../src/platform/db/direct-connection.ts'
import { off, on, wrong, type Finding } from './finding.ts'

interface Work { isSeen: boolean; failedEvents: number; lateEvents: number; failedJobs: number; lateJobs: number; failedMails: number; restoring: string | null }

const question = `
  select exists (select 1 from worker_heartbeats where seen_at > now() - interval '30 seconds') as "isSeen",
    (select count(*)::int from webhook_events where status = 'failed') as "failedEvents",
    (select count(*)::int from webhook_events where status = 'pending' and coalesce(next_attempt_at, created_at) < now() - interval '5 minutes') as "lateEvents",
    (select coalesce(sum(count), 0)::int from jobs.counts() where state = 'failed') as "failedJobs",
    (select coalesce(sum(count), 0)::int from jobs.counts() where state in ('queued', 'retrying') and oldest_due < now() - interval '5 minutes') as "lateJobs",
    (select count(*)::int from mail_messages where status = 'failed') as "failedMails"`

/**
 * Looks at what is under way: who works, and what waits for a person.
 *
 * @param about whether it is said to run here, and whether a queue outside does the work
 */
export async function lookAtWork(source: DirectSource, { isRunning, isOutside }: { isRunning: boolean; isOutside: boolean }): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: directSystemUrl(source), application_name: 'coursecove-doctor', connectionTimeoutMillis: 5000, query_timeout: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    // Behind a pooler a role that a session takes would be left to whoever gets the connection next.
    await client.query('begin; set local role service_role')
    const { rows } = await client.query<Work>(question)
    await client.query('rollback')
    return rows[0] ? judge(rows[0], { isRunning, isOutside }) : []
  } catch {
    // Who cannot be asked is named by the look at the database.
    return []
  } finally {
    await client.end().catch(() => {})
  }
}

function judge(work: Work, { isRunning, isOutside }: { isRunning: boolean; isOutside: boolean }): Finding[] {
  return [
    worker(work, isRunning, isOutside),
    work.failedEvents
      ? wrong('inbox', `${work.failedEvents} events were given up and wait for a person`, '/operator/inbox, or docs/runbooks/inbox.md')
      : isRunning && work.lateEvents ? wrong('inbox', `${work.lateEvents} events wait for longer than five minutes`, 'docs/runbooks/inbox.md') : on('inbox', 'nothing was given up'),
    work.failedJobs ? wrong('queue', `${work.failedJobs} jobs were given up`, '/operator/jobs lets them run again') : on('queue', work.lateJobs && !isRunning ? `${work.lateJobs} jobs wait until it runs` : 'no job was given up'),
    work.failedMails ? wrong('mails', `${work.failedMails} could not be sent`, 'docs/runbooks/mail-not-sent.md') : on('mails', 'none failed'),
  ]
}

function worker({ isSeen }: Work, isRunning: boolean, isOutside: boolean): Finding {
  if (isOutside) return off('worker', 'not needed: the queue outside runs the jobs')
  if (isSeen) return on('worker', 'seen within the last 30 seconds')
  return isRunning ? wrong('worker', 'silent', 'docs/runbooks/worker-silent.md') : off('worker', 'does not run', 'npm start')
}
