-- The first question of a crowd of events: takes its locks, then says which events came before. A statement inside sees
-- what those who held the locks wrote, and keeps its plan from one crowd to the next. That plan finds rows by their keys,
-- and so do the crowd's own statements after it: one made while the tables were small would read all of them later.
create function open_crowd(keys text[], dependencies text[], from_provider text, event_ids text[])
  returns table (pid integer, known json)
  language plpgsql set search_path = ''
  as $$
  begin
    perform set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true);
    perform pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(keys) as key;
    perform pg_advisory_xact_lock_shared(hashtextextended(dependency, 0)) from unnest(dependencies) as dependency;
    return query select pg_backend_pid(), (
      select json_agg(json_build_object('id', e.id, 'eventId', e.event_id, 'status', e.status, 'bodySha256', e.body_sha256))
      from unnest(event_ids) as wanted (id), lateral (
        select w.id, w.event_id, w.status, w.body_sha256 from public.webhook_events w
        where w.provider = from_provider and w.event_id = wanted.id limit 1) e);
  end
  $$;
revoke execute on function open_crowd(text[], text[], text, text[]) from public;
grant execute on function open_crowd(text[], text[], text, text[]) to service_role;
comment on function open_crowd(text[], text[], text, text[]) is 'Owner: platform/inbox. Locks in the order given; callers sort.';
