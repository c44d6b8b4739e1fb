-- What an identity provider said last of each of its organizations and memberships, ends included: so an event that
-- comes late finds out that it is too late, also where no row of ours was ever made or is left.
create table sync_states (
  provider text not null check (provider in ('builtin', 'clerk')),
  kind text not null check (kind in ('user', 'organization', 'membership')),
  subject text not null,
  about text,
  made_at timestamptz,
  source_updated_at timestamptz not null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (provider, kind, subject)
);
comment on table sync_states is 'Owner: tenancy. The last event about each object of an identity provider, by what the provider calls it; no personal data.';
comment on column sync_states.about is 'Of an organization who made it; of a membership whose it is: "<organization> <user>", as the provider calls them.';
comment on column sync_states.made_at is 'When the provider made the object: of two memberships of one person in one organization the later one counts.';
create index sync_states_about on sync_states (provider, kind, about, made_at) where about is not null;
create trigger set_updated_at before update on sync_states for each row execute function set_updated_at();

alter table sync_states enable row level security;
alter table sync_states force row level security;
create policy all_service on sync_states for all to service_role using (true) with check (true);
grant select, insert, update, delete on sync_states to service_role;

-- A school keeps an owner as long as it is open and as its people decide. Where an identity provider decides who
-- belongs, its word holds: who was let go there must not stay here because nobody else is an owner.
create or replace function keep_an_owner() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
    begin
      if current_setting('cove.provider_says', true) = 'on' then return new; end if;
      if exists (select 1 from public.organizations o where o.id = old.organization_id and o.deleted_at is not null) then return new; end if;

      perform pg_advisory_xact_lock(hashtextextended('owners:' || old.organization_id::text, 0));
      if not exists (
        select 1 from public.organization_memberships m
        where m.organization_id = old.organization_id and m.id <> old.id and m.role = 'owner' and m.deleted_at is null
      ) then
        raise exception 'a school keeps at least one owner' using errcode = 'check_violation', constraint = 'organization_keeps_an_owner';
      end if;
      return new;
    end
  $$;
