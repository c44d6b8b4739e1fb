-- A school's own domains. A claim costs nothing and keeps nobody out; only one that the DNS has proven names a school.
create table domains (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  host text not null check (length(host) <= 253 and host ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$'),
  challenge text not null check (length(challenge) between 20 and 100),
  state text not null default 'pending' check (state in ('pending', 'verified', 'failed')),
  reason text check (reason in ('no-record', 'wrong-record', 'no-answer', 'taken')),
  leads_here boolean,
  is_primary boolean not null default false,
  checked_at timestamptz,
  verified_at timestamptz,
  failing_since timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, host)
);
comment on table domains is 'Owner: tenancy. A domain that a school says is its own, and what the DNS said of that.';
comment on column domains.host is 'Small letters, as the DNS writes it; without port.';
comment on column domains.challenge is 'What the TXT record must hold; another for each school, so that proof for one is none for another.';
comment on column domains.leads_here is 'Whether its addresses are among this installation''s; null where that could not be compared.';
comment on column domains.is_primary is 'The school wants to be found under it. It counts while the domain is verified.';
comment on column domains.failing_since is 'When the proof of a verified domain was first missing; null while it is there.';
create unique index domains_verified on domains (host) where state = 'verified';
create unique index domains_primary on domains (organization_id) where is_primary;
create trigger set_updated_at before update on domains for each row execute function set_updated_at();

alter table domains enable row level security;
alter table domains force row level security;
create policy select_manager on domains for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy insert_manager on domains for insert to authenticated
  with check (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy update_manager on domains for update to authenticated
  using (organization_id = (select current_organization()) and (select current_may('school.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy delete_manager on domains for delete to authenticated
  using (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy all_service on domains for all to service_role using (true) with check (true);
create policy select_helper on domains for select to current_user using (true);
-- What the DNS said is written by the system alone: nobody can say of themselves that they proved it.
grant select, delete on domains to authenticated;
grant insert (organization_id, id, host, challenge) on domains to authenticated;
grant update (is_primary) on domains to authenticated;
grant select, insert, update, delete on domains to service_role;

create function slug_of_domain(wanted text) returns text
  language sql stable security definer set search_path = ''
  as $$
    select o.slug from public.domains d join public.organizations o on o.id = d.organization_id
    where d.host = wanted and d.state = 'verified' and o.deleted_at is null
  $$;
comment on function slug_of_domain(text) is 'From a host to the school that has proven it, before there are claims.';
revoke execute on function slug_of_domain(text) from public;
grant execute on function slug_of_domain(text) to anon, authenticated, service_role;

create function primary_domain_of(school uuid) returns text
  language sql stable security definer set search_path = ''
  as $$
    select d.host from public.domains d where d.organization_id = school and d.is_primary and d.state = 'verified'
  $$;
comment on function primary_domain_of(uuid) is 'Under which domain of its own a school wants to be found, as anyone may know; null for its subdomain.';
revoke execute on function primary_domain_of(uuid) from public;
grant execute on function primary_domain_of(uuid) to anon, authenticated, service_role;

-- Pages say under which address they are to be found.
create trigger tell_pages_of_update after update on domains referencing new table as changed for each statement execute function tell_pages();
create trigger tell_pages_of_delete after delete on domains referencing old table as changed for each statement execute function tell_pages();
