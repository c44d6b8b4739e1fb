-- A school's first page is a list of blocks. Each change is a version of its own: undo is a step back along them, and
-- publishing moves one mark. A school without versions shows the page that is made from what it has.
create table storefront_versions (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  number integer not null,
  previous_id uuid,
  blocks jsonb not null check (jsonb_typeof(blocks) = 'array' and jsonb_array_length(blocks) <= 40),
  title text not null default '' check (length(title) <= 70),
  description text not null default '' check (length(description) <= 200),
  deed text not null check (length(deed) between 1 and 80),
  is_draft boolean not null default false,
  is_published boolean not null default false,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  check (not is_published or published_at is not null)
);
alter table storefront_versions add constraint storefront_versions_previous_fkey
  foreign key (organization_id, previous_id) references storefront_versions (organization_id, id) on delete set null (previous_id);
comment on table storefront_versions is 'Owner: storefront. What a school''s first page was after each change; at most one is the draft and one is public. Blocks are checked by blocks.schema.ts.';
create unique index storefront_versions_draft on storefront_versions (organization_id) where is_draft;
create unique index storefront_versions_published on storefront_versions (organization_id) where is_published;
create index storefront_versions_previous on storefront_versions (organization_id, previous_id);
create trigger set_updated_at before update on storefront_versions for each row execute function set_updated_at();

alter table storefront_versions enable row level security;
alter table storefront_versions force row level security;
create policy select_public on storefront_versions for select to anon, authenticated
  using (organization_id = (select current_organization()) and is_published);
create policy all_manager on storefront_versions for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('school.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy all_service on storefront_versions for all to service_role using (true) with check (true);
grant select on storefront_versions to anon;
grant select, insert, delete on storefront_versions to authenticated;
grant update (is_draft, is_published, published_at) on storefront_versions to authenticated;
grant select, insert, update, delete on storefront_versions to service_role;

-- Which pictures a version shows: the structure itself says that they are the school's own, and they decide who may
-- have the files.
create table storefront_pictures (
  organization_id uuid not null,
  version_id uuid not null,
  file_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, version_id, file_id),
  foreign key (organization_id, version_id) references storefront_versions (organization_id, id) on delete cascade,
  foreign key (organization_id, file_id) references files (organization_id, id)
);
comment on table storefront_pictures is 'Owner: storefront. The files that a version of the first page shows.';
create index storefront_pictures_file on storefront_pictures (organization_id, file_id);
create trigger set_updated_at before update on storefront_pictures for each row execute function set_updated_at();

alter table storefront_pictures enable row level security;
alter table storefront_pictures force row level security;
create policy select_public on storefront_pictures for select to anon, authenticated
  using (organization_id = (select current_organization())
    and version_id in (select v.id from storefront_versions v where v.organization_id = (select current_organization()) and v.is_published));
create policy all_manager on storefront_pictures for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('school.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy all_service on storefront_pictures for all to service_role using (true) with check (true);
grant select on storefront_pictures to anon;
grant select, insert, delete on storefront_pictures to authenticated;
grant select, insert, update, delete on storefront_pictures to service_role;

create function shown_pictures() returns setof uuid
  language plpgsql stable parallel safe set search_path = ''
  as $$
    begin
      return query select p.file_id from public.storefront_pictures p join public.storefront_versions v
        on v.organization_id = p.organization_id and v.id = p.version_id
        where p.organization_id = (select public.current_organization()) and v.is_published;
    end
  $$;
comment on function shown_pictures() is 'The files that the school''s published first page shows; a policy asks once a query.';
revoke execute on function shown_pictures() from public;
grant execute on function shown_pictures() to anon, authenticated;

alter policy select_reader on files
  using (organization_id = (select current_organization()) and status = 'ready'
    and (id in (select readable_covers()) or id in (select shown_pictures()) or is_lesson_file(organization_id, id)));
