-- What is made later is closed until its own file opens it, and what our functions mean is settled when they are made.

-- Every function may be executed by everyone unless this is said for the role itself: said for one schema (0001) it
-- takes nothing away from what PostgreSQL gives everywhere.
alter default privileges revoke execute on functions from public;
-- Supabase opens each new object of this schema to its API roles; elsewhere these three change nothing.
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

revoke execute on function current_claims(), current_user_id(), current_organization(), current_member_role(), current_may(text),
  set_updated_at(), refuse_ledger_change(), require_ledger_balance(), better_auth.tell_inbox() from public;

-- A body after "return" is bound here and now, so no search_path of a caller can change what it means; and unlike a
-- function with a search_path of its own it is still folded into the query that calls it.
create or replace function current_claims() returns jsonb
  language sql stable parallel safe
  return nullif(current_setting('request.jwt.claims', true), '')::jsonb;
create or replace function current_user_id() returns uuid
  language sql stable parallel safe
  return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid;
create or replace function current_organization() returns uuid
  language sql stable parallel safe
  return (nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o' ->> 'id')::uuid;
create or replace function current_member_role() returns text
  language sql stable parallel safe
  return nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o' ->> 'rol';
create or replace function current_may(wanted text) returns boolean
  language sql stable parallel safe
  return exists (
    select 1 from public.role_permissions
    where permission = wanted
      and role = nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o' ->> 'rol'
  );

alter function set_updated_at() set search_path = '';
alter function refuse_ledger_change() set search_path = '';
alter function require_ledger_balance() set search_path = '';

-- Anyone who may connect may also make temporary tables, unless this is said. Nothing of ours needs them.
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;
