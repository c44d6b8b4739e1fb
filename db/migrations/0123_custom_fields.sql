-- What a school wants to know of its people beside what everybody says: fields that it defines itself, and what they
-- hold for each membership. All that is held is text, as a form sends it; the kind says how it is asked and checked.
create table custom_fields (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  label text not null check (length(label) between 1 and 40),
  hint text not null default '' check (length(hint) <= 200),
  kind text not null check (kind in ('text', 'long-text', 'number', 'date', 'choice', 'choices', 'yes-no')),
  choices text[] not null default '{}' check (cardinality(choices) <= 50),
  access text not null default 'staff' check (access in ('staff', 'sees', 'edits')),
  is_required boolean not null default false,
  is_listed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on table custom_fields is 'Owner: tenancy. A field that a school asks of its people.';
comment on column custom_fields.access is 'staff: the person does not see it; sees: they may read it; edits: they may change it.';
comment on column custom_fields.is_listed is 'Stands beside the name in the list of people.';
create unique index custom_fields_label on custom_fields (organization_id, lower(label));
create index custom_fields_access on custom_fields (organization_id, access);
create trigger set_updated_at before update on custom_fields for each row execute function set_updated_at();

create table custom_values (
  organization_id uuid not null,
  field_id uuid not null,
  membership_id uuid not null,
  user_id uuid not null references users (id) on delete cascade,
  words text[] not null check (cardinality(words) between 1 and 50),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, field_id, membership_id),
  foreign key (organization_id, field_id) references custom_fields (organization_id, id),
  foreign key (organization_id, membership_id) references organization_memberships (organization_id, id) on delete cascade
);
comment on table custom_values is 'Owner: tenancy. What a field holds for one of the school''s people; no row where it holds nothing.';
comment on column custom_values.words is 'One text; of several choices, each that was chosen.';
create index custom_values_membership on custom_values (organization_id, membership_id);
create index custom_values_user on custom_values (user_id);
create trigger set_updated_at before update on custom_values for each row execute function set_updated_at();

alter table custom_fields enable row level security;
alter table custom_fields force row level security;
create policy select_staff on custom_fields for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.read')));
create policy select_member on custom_fields for select to authenticated
  using (organization_id = (select current_organization()) and access in ('sees', 'edits')
    and (select current_user_id()) is not null and (select current_member_role()) is not null);
create policy insert_manager on custom_fields for insert to authenticated
  with check (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy update_manager on custom_fields for update to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy delete_manager on custom_fields for delete to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy all_service on custom_fields for all to service_role using (true) with check (true);
grant select, insert, update, delete on custom_fields to authenticated;
grant select, insert, update, delete on custom_fields to service_role;

alter table custom_values enable row level security;
alter table custom_values force row level security;
create policy select_staff on custom_values for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.read')));
create policy select_own on custom_values for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id())
    and field_id in (select f.id from custom_fields f where f.organization_id = (select current_organization()) and f.access in ('sees', 'edits')));
create policy insert_manager on custom_values for insert to authenticated
  with check (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy update_manager on custom_values for update to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy delete_manager on custom_values for delete to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy all_service on custom_values for all to service_role using (true) with check (true);
grant select, insert, update, delete on custom_values to authenticated;
grant select, insert, update, delete on custom_values to service_role;

-- A file of people may say them before there is a membership: they wait with the row, then with the invitation.
alter table invitation_import_rows add column custom_values jsonb not null default '{}' constraint invitation_import_rows_custom_values_check check (jsonb_typeof(custom_values) = 'object');
alter table organization_invitations add column custom_values jsonb not null default '{}' constraint organization_invitations_custom_values_check check (jsonb_typeof(custom_values) = 'object');
comment on column invitation_import_rows.custom_values is 'What the file says for fields of the school, by their ids; also what does not fit them.';
comment on column organization_invitations.custom_values is 'What is known of who was invited; theirs once they come.';
alter table invitation_import_rows drop constraint invitation_import_rows_outcome_check,
  add constraint invitation_import_rows_outcome_check check (outcome in ('new', 'sent', 'member', 'details', 'filled', 'invited', 'bad-address', 'unknown-role', 'bad-field', 'duplicate')) not valid;
