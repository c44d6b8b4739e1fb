-- A queue outside runs the same jobs: it is told of each by an event and calls back when it is time. A job is its row
-- in either case, so what waits under one queue runs under the other. Belongs to the system login, as the jobs do.

-- What the outside queue was told, and when it is told again because nobody called.
create table if not exists jobs.sends (
  job_id bigint primary key,
  revision integer not null,
  times integer not null default 1,
  again_at timestamptz not null
);
comment on table jobs.sends is 'Owner: platform/jobs. Jobs that a queue outside was told of. A row may outlive its job by a minute.';

-- Jobs to tell: new ones, those whose time changed, and those of which nothing was heard a minute after their time. The
-- event's id is the same for the same telling, so that a telling that was only thought lost makes no second run.
create or replace function jobs.take_unsent(size integer)
  returns table (id bigint, task text, payload json, event_id text, run_at timestamptz)
  language sql security definer set search_path = ''
  as $$
    with unsent as (
      select j.id, j.revision, j.run_at, j.key, j.payload, t.identifier
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      left join jobs.sends s on s.job_id = j.id
      where j.is_available and (s.job_id is null or s.revision <> j.revision or s.again_at <= now())
      order by j.priority, j.run_at, j.id limit size for update of j skip locked),
    marked as (
      insert into jobs.sends as s (job_id, revision, again_at)
      select u.id, u.revision, now() + interval '15 seconds' from unsent u
      on conflict (job_id) do update set revision = excluded.revision, times = s.times + 1, again_at = excluded.again_at
      returning s.job_id, s.times)
    select u.id, u.identifier, u.payload, format('%s:%s.%s', coalesce(u.key, u.identifier), u.id, m.times), u.run_at
    from unsent u join marked m on m.job_id = u.id
    order by u.run_at, u.id
  $$;
revoke execute on function jobs.take_unsent(integer) from public;
grant execute on function jobs.take_unsent(integer) to service_role;

-- They were told: a minute after their time is soon enough to ask again. Until this is said they may be told by another
-- after 15 seconds, because whoever took them may have died.
create or replace function jobs.note_told(job_ids bigint[]) returns void
  language sql security definer set search_path = ''
  as $$
    update jobs.sends s set again_at = greatest(s.again_at, greatest(j.run_at, now()) + interval '1 minute')
    from graphile_worker._private_jobs j where j.id = s.job_id and s.job_id = any(job_ids)
  $$;
revoke execute on function jobs.note_told(bigint[]) from public;
grant execute on function jobs.note_told(bigint[]) to service_role;

-- The queue could not be told: the same telling is tried again soon.
create or replace function jobs.put_back(job_ids bigint[], pause_seconds double precision) returns void
  language sql security definer set search_path = ''
  as $$ update jobs.sends set times = times - 1, again_at = now() + make_interval(secs => pause_seconds) where job_id = any(job_ids) $$;
revoke execute on function jobs.put_back(bigint[], double precision) from public;
grant execute on function jobs.put_back(bigint[], double precision) to service_role;

-- Their work was done on another way: nobody needs to be told.
create or replace function jobs.drop_done(job_ids bigint[]) returns void
  language sql security definer set search_path = ''
  as $$
    delete from jobs.sends where job_id = any(job_ids);
    delete from graphile_worker._private_jobs where id = any(job_ids) and locked_at is null
  $$;
revoke execute on function jobs.drop_done(bigint[]) from public;
grant execute on function jobs.drop_done(bigint[]) to service_role;

-- Takes a job whose time has come for one run. The same run may take it again: what it began before has died.
create or replace function jobs.begin_run(job bigint, run text) returns table (task text, payload json, attempts integer)
  language sql security definer set search_path = ''
  as $$
    update graphile_worker._private_jobs j
    set attempts = case when j.locked_by = run then j.attempts else j.attempts + 1 end, locked_at = now(), locked_by = run
    from graphile_worker._private_tasks t
    where t.id = j.task_id and j.id = job
      and (j.locked_by = run or (j.is_available and j.run_at <= now() + interval '2 seconds'))
    returning t.identifier, j.payload, j.attempts::integer
  $$;
revoke execute on function jobs.begin_run(bigint, text) from public;
grant execute on function jobs.begin_run(bigint, text) to service_role;

create or replace function jobs.finish_run(job bigint, run text) returns void
  language sql security definer set search_path = ''
  as $$
    delete from graphile_worker._private_jobs where id = job and locked_by = run;
    delete from jobs.sends where job_id = job
  $$;
revoke execute on function jobs.finish_run(bigint, text) from public;
grant execute on function jobs.finish_run(bigint, text) to service_role;

-- Writes down a run that failed, and when the next one is due. A job that is given up is told again at once when an
-- operator lets it run again.
create or replace function jobs.note_stumble(job bigint, run text, fault text, pause_seconds double precision)
  returns table (is_over boolean, run_at timestamptz)
  language sql security definer set search_path = ''
  as $$
    with stumbled as (
      update graphile_worker._private_jobs j
      set last_error = fault, run_at = now() + make_interval(secs => pause_seconds), locked_at = null, locked_by = null
      where j.id = job and j.locked_by = run
      returning j.id, j.attempts >= j.max_attempts as is_over, j.run_at),
    noted as (
      update jobs.sends s set again_at = case when x.is_over then now() else x.run_at + interval '1 minute' end
      from stumbled x where s.job_id = x.id)
    select is_over, run_at from stumbled
  $$;
revoke execute on function jobs.note_stumble(bigint, text, text, double precision) from public;
grant execute on function jobs.note_stumble(bigint, text, text, double precision) to service_role;

-- What the crontab of a queue outside asks for: a row like any other, which the caller runs itself.
create or replace function jobs.enqueue_by_clock(task text) returns bigint
  language sql security definer set search_path = ''
  as $$
    with added as (select * from graphile_worker.add_job(task, '{}', job_key => 'clock:' || task, max_attempts => 25))
    insert into jobs.sends as s (job_id, revision, again_at) select id, revision, now() + interval '1 minute' from added
    on conflict (job_id) do update set revision = excluded.revision, again_at = excluded.again_at
    returning job_id
  $$;
revoke execute on function jobs.enqueue_by_clock(text) from public;
grant execute on function jobs.enqueue_by_clock(text) to service_role;

-- Frees jobs of runs that never came back, and forgets what was told of jobs that are gone. A job without a key was
-- asked for anew while it ran: its successor does the work.
create or replace function jobs.free_lost_runs() returns bigint
  language sql security definer set search_path = ''
  as $$
    delete from jobs.sends s where not exists (select 1 from graphile_worker._private_jobs j where j.id = s.job_id);
    delete from graphile_worker._private_jobs
      where locked_by like 'run:%' and locked_at < now() - interval '10 minutes' and key is null and attempts >= max_attempts;
    with freed as (
      update graphile_worker._private_jobs set locked_at = null, locked_by = null
      where locked_by like 'run:%' and locked_at < now() - interval '10 minutes' returning 1)
    select count(*) from freed
  $$;
revoke execute on function jobs.free_lost_runs() from public;
grant execute on function jobs.free_lost_runs() to service_role;
