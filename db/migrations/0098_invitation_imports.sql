-- Many people invited by one file: what was found in it, row by row, before anything is sent.
create table invitation_imports (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  started_by uuid not null references users (id),
  state text not null default 'checked' check (state in ('checked', 'running', 'stopped', 'done')),
  unused_columns text[] not null default '{}',
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on table invitation_imports is 'Owner: tenancy. A file of people to invite; goes with its rows thirty days after.';
comment on column invitation_imports.unused_columns is 'Headers of columns that were not read, so that nobody waits for what they hold.';
create index invitation_imports_newest on invitation_imports (organization_id, created_at desc);
create index invitation_imports_starter on invitation_imports (started_by);
create trigger set_updated_at before update on invitation_imports for each row execute function set_updated_at();

create table invitation_import_rows (
  organization_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  email text not null,
  given_role text not null,
  role text check (role in ('admin', 'instructor', 'assistant', 'student', 'guardian')),
  outcome text not null check (outcome in ('new', 'sent', 'member', 'invited', 'bad-address', 'unknown-role', 'duplicate')),
  first_row_number integer,
  invitation_id uuid,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, import_id, row_number),
  foreign key (organization_id, import_id) references invitation_imports (organization_id, id) on delete cascade,
  foreign key (organization_id, invitation_id) references organization_invitations (organization_id, id) on delete set null (invitation_id)
);
comment on table invitation_import_rows is 'Owner: tenancy. A row of such a file, as a table program numbers it, and what becomes of it.';
comment on column invitation_import_rows.given_role is 'As it was written; empty where the file said none.';
comment on column invitation_import_rows.first_row_number is 'Of a duplicate: the row that counts.';
create index invitation_import_rows_invitation on invitation_import_rows (organization_id, invitation_id);
create index invitation_import_rows_sent on invitation_import_rows (sent_at) where sent_at is not null;
create index invitation_import_rows_address on invitation_import_rows (lower(email));
create trigger set_updated_at before update on invitation_import_rows for each row execute function set_updated_at();

alter table invitation_imports enable row level security;
alter table invitation_imports force row level security;
create policy all_manager on invitation_imports for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy all_service on invitation_imports for all to service_role using (true) with check (true);
grant select, insert, update, delete on invitation_imports to authenticated, service_role;

alter table invitation_import_rows enable row level security;
alter table invitation_import_rows force row level security;
create policy all_manager on invitation_import_rows for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy all_service on invitation_import_rows for all to service_role using (true) with check (true);
grant select, insert, update, delete on invitation_import_rows to authenticated, service_role;
