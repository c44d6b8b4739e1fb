-- Copies of one's own data, and requests to leave. Global, because people are: they ask for a school or for all of it.
create table data_exports (
  id uuid primary key,
  user_id uuid not null references users (id),
  organization_id uuid references organizations (id) on delete cascade,
  state text not null default 'asked' check (state in ('asked', 'ready')),
  size_bytes bigint,
  left_out integer not null default 0,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table data_exports is 'Owner: privacy. A copy of what is known of a person, in one school or in all; goes with its bytes after a week.';
comment on column data_exports.left_out is 'Files that were too much for one copy; the copy names them.';
create index data_exports_person on data_exports (user_id, created_at desc);
create index data_exports_school on data_exports (organization_id) where organization_id is not null;
create index data_exports_over on data_exports (expires_at);
create trigger set_updated_at before update on data_exports for each row execute function set_updated_at();

create table departures (
  id uuid primary key,
  user_id uuid not null references users (id),
  organization_id uuid references organizations (id) on delete cascade,
  due_at timestamptz not null,
  held_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table departures is 'Owner: privacy. Somebody is about to leave a school, or delete the account; until it is due they can think better of it.';
comment on column departures.held_at is 'When it was due and could not be: a school would have lost its last owner. It is tried again.';
create unique index departures_one on departures (user_id, organization_id) nulls not distinct;
create index departures_school on departures (organization_id) where organization_id is not null;
create index departures_due on departures (due_at);
create trigger set_updated_at before update on departures for each row execute function set_updated_at();

alter table data_exports enable row level security;
alter table data_exports force row level security;
create policy all_service on data_exports for all to service_role using (true) with check (true);
grant select, insert, update, delete on data_exports to service_role;

alter table departures enable row level security;
alter table departures force row level security;
create policy all_service on departures for all to service_role using (true) with check (true);
grant select, insert, update, delete on departures to service_role;
