-- Reconciliation: walks through the identity provider's directory, and what they found. A run keeps where it stands, so
-- that it can be gone on with after a kill.
create table reconcile_runs (
  id uuid primary key,
  mode text not null check (mode in ('full', 'recent', 'backfill')),
  is_applied boolean not null,
  may_end_many boolean not null default false,
  started_by text not null check (started_by in ('clock', 'command', 'operator')),
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  phase text not null check (phase in (
    'recent-users', 'count-users', 'users', 'organizations', 'memberships', 'gone-users', 'gone-organizations', 'gone-memberships')),
  position jsonb not null default '{}',
  step integer not null default 0,
  has_walked_users boolean not null default false,
  since timestamptz,
  users_walked integer not null default 0,
  users_total integer,
  organizations_walked integer not null default 0,
  organizations_total integer,
  memberships_walked integer not null default 0,
  memberships_total integer,
  written integer not null default 0,
  calls_sent integer not null default 0,
  users_excess integer,
  fault text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  finished_at timestamptz
);
comment on table reconcile_runs is 'Owner: operations. One walk through the identity provider''s directory, and how far it came.';
comment on column reconcile_runs.step is 'Counts the pages: who wants to write the next one and finds another number has lost the run to somebody else.';
comment on column reconcile_runs.since is 'How far back a recent run looks at people who changed.';
comment on column reconcile_runs.users_excess is 'How many more people of the provider were here than there when everybody had been looked at.';
create unique index reconcile_runs_running on reconcile_runs ((true)) where state = 'running';
create index reconcile_runs_recent on reconcile_runs (created_at desc, id desc);
create trigger set_updated_at before update on reconcile_runs for each row execute function set_updated_at();

create table reconcile_drift (
  run_id uuid not null references reconcile_runs (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('user', 'organization', 'membership')),
  subject text not null,
  about text,
  standing text not null check (standing in ('missing', 'stale', 'gone')),
  differences jsonb not null default '[]',
  state text not null default 'open' check (state in ('open', 'healed', 'held', 'failed')),
  note text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  healed_at timestamptz,
  primary key (run_id, id),
  unique (run_id, kind, subject)
);
comment on table reconcile_drift is 'Owner: operations. What a run found to differ. What names a person is masked before it is written.';
comment on column reconcile_drift.about is 'Of a membership whose it is: "<organization> <user>", as the provider calls them.';
create trigger set_updated_at before update on reconcile_drift for each row execute function set_updated_at();

create table reconcile_seen (
  run_id uuid not null references reconcile_runs (id) on delete cascade,
  kind text not null check (kind in ('user', 'organization', 'membership')),
  subject text not null,
  primary key (run_id, kind, subject)
);
comment on table reconcile_seen is 'Owner: operations. What a run met in the provider''s lists: what is here and was not met is asked for by its id. Emptied when the run is over.';

alter table reconcile_runs enable row level security;
alter table reconcile_runs force row level security;
create policy all_service on reconcile_runs for all to service_role using (true) with check (true);
grant select, insert, update, delete on reconcile_runs to service_role;

alter table reconcile_drift enable row level security;
alter table reconcile_drift force row level security;
create policy all_service on reconcile_drift for all to service_role using (true) with check (true);
grant select, insert, update, delete on reconcile_drift to service_role;

alter table reconcile_seen enable row level security;
alter table reconcile_seen force row level security;
create policy all_service on reconcile_seen for all to service_role using (true) with check (true);
-- A name that was met stays so: nothing of it changes.
grant select, insert, delete on reconcile_seen to service_role;
