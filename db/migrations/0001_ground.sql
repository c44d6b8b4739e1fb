-- The ground that every table stands on: who is asking, and the small rules all tables share.
-- The group roles anon, authenticated and service_role and the logins exist already: `migrate` makes them
-- before the first file, because their passwords are not for a file in git.

-- Supabase grants everything on public to the API roles by default; here each table says what it gives.
alter default privileges in schema public revoke all on tables from public;
alter default privileges in schema public revoke execute on functions from public;
revoke all on schema public from public;
grant usage on schema public to anon, authenticated, service_role;

create function current_claims() returns jsonb
  language sql stable parallel safe
  as $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;
comment on function current_claims() is 'What the door wrote for this transaction: sub, o.id, o.rol. Null outside a door.';

create function current_user_id() returns uuid
  language sql stable parallel safe
  as $$ select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

create function current_organization() returns uuid
  language sql stable parallel safe
  as $$ select (nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o' ->> 'id')::uuid $$;

create function current_member_role() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o' ->> 'rol' $$;

grant execute on function current_claims(), current_user_id(), current_organization(), current_member_role()
  to anon, authenticated, service_role;

create function set_updated_at() returns trigger
  language plpgsql
  as $$ begin new.updated_at := now(); return new; end $$;

-- The permission table: one place for SQL, for TypeScript and for the page that shows it.
create table role_permissions (
  role text not null check (role in ('owner', 'admin', 'instructor', 'assistant', 'student', 'guardian')),
  permission text not null,
  updated_at timestamptz not null default now(),
  primary key (role, permission)
);
comment on table role_permissions is 'Which role may do what in its organization. Global, read by everyone, changed by migrations only.';
create trigger set_updated_at before update on role_permissions for each row execute function set_updated_at();
alter table role_permissions enable row level security;
alter table role_permissions force row level security;
create policy select_everyone on role_permissions for select to anon, authenticated, service_role using (true);
create policy select_helper on role_permissions for select to current_user using (true);
create policy insert_migration on role_permissions for insert to current_user with check (true);
create policy delete_migration on role_permissions for delete to current_user using (true);
grant select on role_permissions to anon, authenticated, service_role;

insert into role_permissions (role, permission)
select role, permission from (values
  ('courses.manage',  array['owner', 'admin', 'instructor']),
  ('offers.manage',   array['owner', 'admin']),
  ('files.manage',    array['owner', 'admin', 'instructor']),
  ('people.read',     array['owner', 'admin', 'instructor', 'assistant']),
  ('people.addresses', array['owner', 'admin', 'assistant']),
  ('people.manage',   array['owner', 'admin']),
  ('progress.read',   array['owner', 'admin', 'instructor', 'assistant']),
  ('orders.read',     array['owner', 'admin']),
  ('orders.refund',   array['owner', 'admin']),
  ('payouts.manage',  array['owner']),
  ('school.manage',   array['owner', 'admin']),
  ('studio.enter',    array['owner', 'admin', 'instructor', 'assistant'])
) as p(permission, roles), unnest(roles) as role;

create function current_may(wanted text) returns boolean
  language sql stable parallel safe
  as $$
    select exists (
      select 1 from public.role_permissions
      where permission = wanted
        and role = nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o' ->> 'rol'
    )
  $$;
comment on function current_may(text) is 'Whether the role in the claims holds a permission. Policies call it as (select current_may(…)), once a query.';
grant execute on function current_may(text) to anon, authenticated, service_role;
