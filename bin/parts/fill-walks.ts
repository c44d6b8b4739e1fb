/**
 * The walks of the last days as an installation has them, for pictures: one each night, a few of every five minutes that
 * found something, the first import, and a night in which Clerk did not answer. To be asked as the system, without the
 * trigger that keeps the clock.
 */
export const pastWalks = `
  with clock as (select (date_trunc('day', now() at time zone 'UTC' - interval '2 hours 42 minutes') + interval '2 hours 41 minutes') at time zone 'UTC' as last_night),
  wanted (ago, mode, applied, starter, state, took, users, organizations, memberships, written, calls, fault, found) as (select wish.* from clock, lateral (values
    ('1 hour 52 minutes'::interval, 'recent', true, 'clock', 'done', '640 milliseconds'::interval, 14, 11, 402, 0, 5, null, 2),
    ('9 hours 7 minutes', 'recent', true, 'clock', 'done', '810 milliseconds', 9, 11, 402, 0, 5, null, 1),
    (now() - last_night, 'full', true, 'clock', 'done', '3.4 seconds', 1184, 11, 401, 0, 9, null, 0),
    (now() - last_night + interval '1 day', 'full', true, 'clock', 'done', '41 seconds', 1179, 11, 398, 0, 11, null, 6),
    (now() - last_night + interval '2 days', 'full', true, 'clock', 'failed', '4 minutes', 500, 0, 0, 0, 6, 'the identity provider did not answer, again and again', 0),
    ('3 days 4 hours', 'full', false, 'command', 'done', '3.1 seconds', 1152, 10, 377, 0, 9, null, 0),
    ('3 days 4 hours 6 minutes', 'backfill', true, 'command', 'done', '2.9 seconds', 1152, 10, 377, 1539, 9, null, 0)) wish),
  walks as (
    insert into reconcile_runs (id, mode, is_applied, started_by, state, phase, users_walked, users_total, organizations_walked, organizations_total, memberships_walked, memberships_total, written, calls_sent, fault, created_at, updated_at, finished_at)
    select gen_random_uuid(), mode, applied, starter, state, 'gone-memberships', users, users, organizations, organizations, memberships, memberships, written, calls, fault, now() - ago, now() - ago + took, now() - ago + took from wanted
    returning id, mode, created_at)
  insert into reconcile_drift (run_id, id, kind, subject, standing, differences, state, healed_at)
  select w.id, gen_random_uuid(), 'user', 'user_2q' || substr(md5(w.id::text || n), 1, 24), 'missing', '[]', 'healed', w.created_at + interval '500 milliseconds'
  from walks w join wanted on w.created_at = now() - ago, generate_series(1, found) n`
