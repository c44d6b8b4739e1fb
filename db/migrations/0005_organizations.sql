-- A tenant, its people, and the function that makes the claims.
create table organizations (
  id uuid primary key,
  clerk_id text unique,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'),
  name text not null check (length(name) between 1 and 120),
  preset text not null default 'music-school'
    check (preset in ('music-school', 'yoga-studio', 'tutoring-centre', 'coaching-marketplace', 'creator-academy')),
  brand_colour text not null default '#8a3324',
  tagline text not null default '',
  hero_title text not null default '',
  hero_text text not null default '',
  about text not null default '',
  time_zone text not null default 'UTC',
  currency text not null default 'eur' check (currency ~ '^[a-z]{3}$'),
  locale text not null default 'en',
  platform_fee_bps integer not null default 1000 check (platform_fee_bps between 0 and 10000),
  status text not null default 'active' check (status in ('active', 'suspended')),
  order_counter integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
comment on table organizations is 'Owner: tenancy. A tenant: school, studio, centre, practice, store.';
create trigger set_updated_at before update on organizations for each row execute function set_updated_at();

create table organization_memberships (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  user_id uuid not null references users (id),
  clerk_id text unique,
  role text not null check (role in ('owner', 'admin', 'instructor', 'assistant', 'student', 'guardian')),
  display_name text not null default '',
  title text not null default '',
  bio text not null default '',
  is_public boolean not null default false,
  source_updated_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, user_id)
);
comment on table organization_memberships is 'Owner: tenancy. A user in an organization, with a role.';
create index organization_memberships_user on organization_memberships (user_id);
create trigger set_updated_at before update on organization_memberships for each row execute function set_updated_at();

create table organization_invitations (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  email text not null,
  role text not null check (role in ('admin', 'instructor', 'assistant', 'student', 'guardian')),
  token_hash text not null unique,
  invited_by uuid not null references users (id),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on table organization_invitations is 'Owner: tenancy. Only the hash of the link''s secret is kept.';
create unique index organization_invitations_open on organization_invitations (organization_id, lower(email))
  where accepted_at is null and revoked_at is null;
create index organization_invitations_inviter on organization_invitations (invited_by);
create trigger set_updated_at before update on organization_invitations for each row execute function set_updated_at();

alter table organizations enable row level security;
alter table organizations force row level security;
create policy select_current on organizations for select to anon, authenticated
  using (id = (select current_organization()) and deleted_at is null);
create policy update_manager on organizations for update to authenticated
  using (id = (select current_organization()) and (select current_may('school.manage')))
  with check (id = (select current_organization()) and (select current_may('school.manage')));
create policy all_service on organizations for all to service_role using (true) with check (true);
create policy select_helper on organizations for select to current_user using (true);
grant select (id, slug, name, preset, brand_colour, tagline, hero_title, hero_text, about, time_zone, currency, locale, status, created_at, deleted_at)
  on organizations to anon;
grant select on organizations to authenticated;
grant update (name, brand_colour, tagline, hero_title, hero_text, about, time_zone, locale) on organizations to authenticated;
grant select, insert, update, delete on organizations to service_role;

alter table organization_memberships enable row level security;
alter table organization_memberships force row level security;
create policy select_self on organization_memberships for select to authenticated
  using (user_id = (select current_user_id()));
create policy select_public on organization_memberships for select to anon, authenticated
  using (organization_id = (select current_organization()) and is_public and deleted_at is null);
create policy select_people on organization_memberships for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.read')));
create policy update_manager on organization_memberships for update to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy all_service on organization_memberships for all to service_role using (true) with check (true);
create policy select_helper on organization_memberships for select to current_user using (true);
grant select (organization_id, id, display_name, title, bio, is_public, deleted_at) on organization_memberships to anon;
grant select on organization_memberships to authenticated;
grant update (role, display_name, title, bio, is_public, deleted_at) on organization_memberships to authenticated;
grant select, insert, update, delete on organization_memberships to service_role;

alter table organization_invitations enable row level security;
alter table organization_invitations force row level security;
create policy all_manager on organization_invitations for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy all_service on organization_invitations for all to service_role using (true) with check (true);
grant select, insert, update, delete on organization_invitations to authenticated, service_role;

-- Colleagues see each other's names; a student sees those the school shows.
create policy select_colleague on users for select to authenticated
  using (exists (
    select 1 from organization_memberships m
    where m.user_id = users.id and m.organization_id = (select current_organization())
  ));

create function open_tenant(asker uuid, tenant uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare held text;
    begin
      if asker is not null and tenant is not null then
        select m.role into held from public.organization_memberships m
        where m.organization_id = tenant and m.user_id = asker and m.deleted_at is null;
      end if;
      perform set_config('request.jwt.claims',
        jsonb_build_object('sub', asker, 'o', jsonb_build_object('id', tenant, 'rol', held))::text, true);
      return held;
    end
  $$;
comment on function open_tenant(uuid, uuid) is 'Makes the claims of a transaction. The role is read from the membership here, never taken from the caller.';
revoke execute on function open_tenant(uuid, uuid) from public;
grant execute on function open_tenant(uuid, uuid) to anon, authenticated;

create function find_organization(wanted text) returns table (
    id uuid, slug text, name text, preset text, brand_colour text, tagline text, hero_title text, hero_text text,
    about text, time_zone text, currency text, locale text, status text)
  language sql stable security definer set search_path = ''
  as $$
    select o.id, o.slug, o.name, o.preset, o.brand_colour, o.tagline, o.hero_title, o.hero_text,
      o.about, o.time_zone, o.currency, o.locale, o.status
    from public.organizations o where o.slug = wanted and o.deleted_at is null
  $$;
comment on function find_organization(text) is 'From host to tenant, before there are claims: what anyone may see of a school.';
revoke execute on function find_organization(text) from public;
grant execute on function find_organization(text) to anon, authenticated, service_role;

create function list_member_addresses() returns table (user_id uuid, email text)
  language sql stable security definer set search_path = ''
  as $$
    select u.id, u.email
    from public.organization_memberships m join public.users u on u.id = m.user_id
    where m.organization_id = (select public.current_organization())
      and (select public.current_may('people.addresses'))
  $$;
comment on function list_member_addresses() is 'E-mail addresses of the current organization''s people, for roles that need them; nobody else gets a row.';
revoke execute on function list_member_addresses() from public;
grant execute on function list_member_addresses() to authenticated;

create function list_my_organizations() returns table (id uuid, slug text, name text, role text, brand_colour text)
  language sql stable security definer set search_path = ''
  as $$
    select o.id, o.slug, o.name, m.role, o.brand_colour
    from public.organization_memberships m join public.organizations o on o.id = m.organization_id
    where m.user_id = (select public.current_user_id()) and m.deleted_at is null and o.deleted_at is null
    order by o.name
  $$;
comment on function list_my_organizations() is 'The switcher: the schools of the person in the claims, whichever tenant the claims name.';
revoke execute on function list_my_organizations() from public;
grant execute on function list_my_organizations() to authenticated;
