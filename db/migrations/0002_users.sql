-- A person, once for the installation, and what identity providers call that person.
create table users (
  id uuid primary key,
  clerk_id text unique,
  email text,
  email_verified_at timestamptz,
  name text not null default '',
  image_url text,
  is_operator boolean not null default false,
  source_updated_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
comment on table users is 'Owner: identity. E-mail is nullable and not unique: a provider may give none, and two people may claim one.';
create index users_email on users (lower(email)) where deleted_at is null;
create trigger set_updated_at before update on users for each row execute function set_updated_at();

create table user_identities (
  id uuid primary key,
  provider text not null check (provider in ('builtin', 'clerk')),
  subject text not null,
  user_id uuid not null references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, subject)
);
comment on table user_identities is 'Owner: identity. Links what a provider calls a person to our user.';
create index user_identities_user on user_identities (user_id);
create trigger set_updated_at before update on user_identities for each row execute function set_updated_at();

alter table users enable row level security;
alter table users force row level security;
create policy select_self on users for select to authenticated using (id = (select current_user_id()));
create policy update_self on users for update to authenticated
  using (id = (select current_user_id())) with check (id = (select current_user_id()));
create policy all_service on users for all to service_role using (true) with check (true);
create policy select_helper on users for select to current_user using (true);
-- The address is not among these columns: it is read by its own function, by roles that need it.
grant select (id, name, image_url, created_at, deleted_at) on users to authenticated;
grant update (name, image_url) on users to authenticated;
grant select, insert, update, delete on users to service_role;

alter table user_identities enable row level security;
alter table user_identities force row level security;
create policy select_self on user_identities for select to authenticated using (user_id = (select current_user_id()));
create policy all_service on user_identities for all to service_role using (true) with check (true);
create policy select_helper on user_identities for select to current_user using (true);
grant select on user_identities to authenticated;
grant select, insert, update, delete on user_identities to service_role;

create function current_user_profile() returns table (id uuid, email text, name text, image_url text, is_operator boolean)
  language sql stable security definer set search_path = ''
  as $$
    select u.id, u.email, u.name, u.image_url, u.is_operator
    from public.users u
    where u.id = (select public.current_user_id()) and u.deleted_at is null
  $$;
comment on function current_user_profile() is 'One''s own row with the address, which the column grants keep from everyone else.';
revoke execute on function current_user_profile() from public;
grant execute on function current_user_profile() to authenticated;
