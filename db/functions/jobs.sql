-- Jobs enter by one function, in the caller's own transaction. It belongs to the system login, which owns the queue.
-- The queue's own functions find its rows by their keys. Left to itself the planner would make a plan each time, and for a
-- table that is small now read all of it, with everything that ran in the last minute and is not swept yet.
create schema if not exists jobs;
create or replace function jobs.enqueue(task text, payload json, key text, run_at timestamptz)
  returns void
  language sql security definer set search_path = ''
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
  as $$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => key, max_attempts => 25)::text; $$;
revoke execute on function jobs.enqueue(text, json, text, timestamptz) from public;
grant usage on schema jobs to authenticated, service_role, cove_auth_group, :migrator;
grant execute on function jobs.enqueue(text, json, text, timestamptz) to authenticated, service_role, :migrator;
comment on function jobs.enqueue(text, json, text, timestamptz) is 'A job by its key: asked twice before it ran, it runs once.';

-- The same for jobs that may take long: of those in one line, one runs at a time, so that a slow receiver holds up nobody else.
create or replace function jobs.enqueue_in_line(task text, payload json, key text, run_at timestamptz, line text)
  returns void
  language sql security definer set search_path = ''
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
  as $$ select graphile_worker.add_job(task, payload, queue_name => line, run_at => run_at, job_key => key, max_attempts => 25)::text; $$;
revoke execute on function jobs.enqueue_in_line(text, json, text, timestamptz, text) from public;
grant execute on function jobs.enqueue_in_line(text, json, text, timestamptz, text) to authenticated, service_role;

-- What the job was for is done: nobody need come by. One that is at work sees so itself.
create or replace function jobs.withdraw(key text) returns void
  language sql security definer set search_path = ''
  as $$ delete from graphile_worker._private_jobs j where j.key = withdraw.key and j.locked_at is null $$;
revoke execute on function jobs.withdraw(text) from public;
grant execute on function jobs.withdraw(text) to service_role;
comment on function jobs.withdraw(text) is 'Takes a job back by its key, if nobody runs it yet.';

-- What an operator may ask of the queue; the queue's own tables stay with its owner.
create or replace function jobs.pending() returns bigint
  language sql stable security definer set search_path = ''
  as $$ select count(*) from graphile_worker.jobs where locked_at is null and attempts < max_attempts $$;
revoke execute on function jobs.pending() from public;
grant execute on function jobs.pending() to service_role;

-- What waits, runs and failed, without what a job carries: that may name people.
create or replace function jobs.list(wanted text, before bigint, size integer)
  returns table (id bigint, task text, state text, run_at timestamptz, created_at timestamptz, attempts integer, max_attempts integer, last_error text, locked_by text)
  language sql stable security definer set search_path = ''
  as $$
    select j.id, j.task_identifier, j.state, j.run_at, j.created_at, j.attempts::integer, j.max_attempts::integer, j.last_error, j.locked_by
    from (
      select *, case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed' when attempts > 0 then 'retrying' else 'queued' end as state
      from graphile_worker.jobs) j
    where (wanted is null or j.state = wanted) and (before is null or j.id < before)
    order by j.id desc limit size
  $$;
revoke execute on function jobs.list(text, bigint, integer) from public;
grant execute on function jobs.list(text, bigint, integer) to service_role;

create or replace function jobs.counts() returns table (state text, count bigint, oldest_due timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed' when attempts > 0 then 'retrying' else 'queued' end,
      count(*), min(run_at)
    from graphile_worker.jobs group by 1
  $$;
revoke execute on function jobs.counts() from public;
grant execute on function jobs.counts() to service_role;

-- How deep the queue is, by task; counted no further than so many jobs, as the metrics ask all day.
create or replace function jobs.depth(counted_max integer) returns table (task text, state text, count bigint, oldest_due timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select j.task_identifier, case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'failed' when j.attempts > 0 then 'retrying' else 'queued' end,
      count(*), min(j.run_at)
    from (select * from graphile_worker.jobs limit counted_max) j group by 1, 2
  $$;
revoke execute on function jobs.depth(integer) from public;
grant execute on function jobs.depth(integer) to service_role;

-- Lets a job that was given up run again, from the beginning and now. One that is at work is left alone.
create or replace function jobs.retry(job bigint) returns boolean
  language sql security definer set search_path = ''
  as $$
    select exists (
      select 1 from graphile_worker.reschedule_jobs(
        array(select id from graphile_worker.jobs where id = job and locked_at is null and attempts >= max_attempts), run_at => now(), attempts => 0))
  $$;
revoke execute on function jobs.retry(bigint) from public;
grant execute on function jobs.retry(bigint) to service_role;
