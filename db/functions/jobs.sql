-- Jobs enter by one function, in the caller's own transaction. It belongs to the system login, which owns the queue.
create schema if not exists jobs;
create or replace function jobs.enqueue(task text, payload json, key text, run_at timestamptz)
  returns void
  language sql security definer set search_path = ''
  as $$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => key, max_attempts => 25)::text; $$;
revoke execute on function jobs.enqueue(text, json, text, timestamptz) from public;
grant usage on schema jobs to authenticated, service_role, cove_auth_group, :migrator;
grant execute on function jobs.enqueue(text, json, text, timestamptz) to authenticated, service_role, :migrator;
comment on function jobs.enqueue(text, json, text, timestamptz) is 'A job by its key: asked twice before it ran, it runs once.';

-- What an operator may ask of the queue; the queue's own tables stay with its owner.
create or replace function jobs.pending() returns bigint
  language sql stable security definer set search_path = ''
  as $$ select count(*) from graphile_worker.jobs where locked_at is null and attempts < max_attempts $$;
revoke execute on function jobs.pending() from public;
grant execute on function jobs.pending() to service_role;
