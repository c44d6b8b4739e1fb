-- A file of a school: its row, its place in storage, and what it turned out to be.
create table files (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 255),
  purpose text not null check (purpose in ('video', 'audio', 'pdf', 'file', 'image')),
  media_type text not null default 'application/octet-stream',
  size_bytes bigint not null check (size_bytes >= 0),
  received_bytes bigint not null default 0,
  storage_key text not null unique,
  sha256 text,
  duration_seconds numeric(10, 3),
  status text not null default 'uploading' check (status in ('uploading', 'ready', 'refused', 'deleted')),
  refusal text,
  uploaded_by uuid not null references users (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on table files is 'Owner: files. Served only by signed links that expire; who may have a link is decided by reading this row.';
create index files_recent on files (organization_id, created_at desc);
create index files_uploader on files (uploaded_by);
create trigger set_updated_at before update on files for each row execute function set_updated_at();

alter table files enable row level security;
alter table files force row level security;
create policy all_manager on files for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('files.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('files.manage')));
create policy all_service on files for all to service_role using (true) with check (true);
grant select on files to anon;
grant select, insert, update, delete on files to authenticated, service_role;
