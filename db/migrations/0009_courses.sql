-- Course, section, lesson. The title of a lesson is the syllabus and public; its content is a table of its own.
create table courses (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  title text not null check (length(title) between 1 and 160),
  subject text not null default '',
  level text not null default '',
  summary text not null default '' check (length(summary) <= 400),
  description_html text not null default '',
  outcomes text[] not null default '{}',
  status text not null default 'draft' check (status in ('draft', 'published', 'unlisted')),
  instructor_membership_id uuid,
  cover_file_id uuid,
  position integer not null default 0,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, slug),
  foreign key (organization_id, instructor_membership_id) references organization_memberships (organization_id, id),
  foreign key (organization_id, cover_file_id) references files (organization_id, id)
);
comment on table courses is 'Owner: catalog. Draft: the school''s alone; published: listed; unlisted: for those who have the address.';
create index courses_listed on courses (organization_id, position, id) where status = 'published' and deleted_at is null;
create index courses_instructor on courses (organization_id, instructor_membership_id);
create index courses_cover on courses (organization_id, cover_file_id);
create trigger set_updated_at before update on courses for each row execute function set_updated_at();

create table sections (
  organization_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  title text not null check (length(title) between 1 and 160),
  position integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, course_id) references courses (organization_id, id) on delete cascade
);
comment on table sections is 'Owner: catalog.';
create index sections_course on sections (organization_id, course_id, position);
create trigger set_updated_at before update on sections for each row execute function set_updated_at();

create table lessons (
  organization_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  section_id uuid not null,
  title text not null check (length(title) between 1 and 160),
  kind text not null check (kind in ('text', 'video', 'audio', 'pdf', 'file')),
  is_preview boolean not null default false,
  duration_seconds numeric(10, 3),
  position integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, course_id) references courses (organization_id, id) on delete cascade,
  foreign key (organization_id, section_id) references sections (organization_id, id) on delete cascade
);
comment on table lessons is 'Owner: catalog. What the syllabus shows; the content is in lesson_contents.';
create index lessons_course on lessons (organization_id, course_id, position);
create index lessons_section on lessons (organization_id, section_id, position);
create trigger set_updated_at before update on lessons for each row execute function set_updated_at();

create table lesson_contents (
  organization_id uuid not null,
  lesson_id uuid not null,
  body_html text not null default '',
  media_file_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, lesson_id),
  foreign key (organization_id, lesson_id) references lessons (organization_id, id) on delete cascade,
  foreign key (organization_id, media_file_id) references files (organization_id, id)
);
comment on table lesson_contents is 'Owner: catalog. What is paid for: read by those enrolled, by the school, and by all where the lesson is a free preview.';
create index lesson_contents_media on lesson_contents (organization_id, media_file_id);
create trigger set_updated_at before update on lesson_contents for each row execute function set_updated_at();

create table lesson_attachments (
  organization_id uuid not null,
  id uuid not null,
  lesson_id uuid not null,
  file_id uuid not null,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, lesson_id, file_id),
  foreign key (organization_id, lesson_id) references lessons (organization_id, id) on delete cascade,
  foreign key (organization_id, file_id) references files (organization_id, id)
);
comment on table lesson_attachments is 'Owner: catalog. Downloads of a lesson, in order.';
create index lesson_attachments_file on lesson_attachments (organization_id, file_id);
create trigger set_updated_at before update on lesson_attachments for each row execute function set_updated_at();

-- Enrolments belong to learning, but the policies of a course's content ask for them.
create table enrolments (
  organization_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  user_id uuid not null references users (id),
  source text not null check (source in ('order', 'free', 'invitation')),
  order_id uuid,
  status text not null default 'active' check (status in ('active', 'ended')),
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  completed_at timestamptz,
  last_lesson_id uuid,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, course_id, user_id),
  foreign key (organization_id, course_id) references courses (organization_id, id)
);
comment on table enrolments is 'Owner: learning. Who may learn a course; ended by a refund, begun again by a new order.';
create index enrolments_user on enrolments (user_id, organization_id) where status = 'active';
create index enrolments_order on enrolments (organization_id, order_id) where order_id is not null;
create trigger set_updated_at before update on enrolments for each row execute function set_updated_at();

alter table enrolments enable row level security;
alter table enrolments force row level security;
create policy select_own on enrolments for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));
create policy select_teaching on enrolments for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('progress.read')));
create policy update_own on enrolments for update to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()) and status = 'active')
  with check (organization_id = (select current_organization()) and user_id = (select current_user_id()) and status = 'active');
create policy all_service on enrolments for all to service_role using (true) with check (true);
grant select on enrolments to authenticated;
grant update (completed_at, last_lesson_id, last_seen_at) on enrolments to authenticated;
grant select, insert, update, delete on enrolments to service_role;

create function my_active_courses() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select e.course_id from public.enrolments e
    where e.user_id = (select public.current_user_id())
      and e.organization_id = (select public.current_organization())
      and e.status = 'active'
  $$;
comment on function my_active_courses() is 'The courses that the person in the claims may learn here; a policy asks once a query.';
revoke execute on function my_active_courses() from public;
grant execute on function my_active_courses() to authenticated;
create policy select_helper on enrolments for select to current_user using (true);

alter table courses enable row level security;
alter table courses force row level security;
create policy select_public on courses for select to anon, authenticated
  using (organization_id = (select current_organization()) and status in ('published', 'unlisted') and deleted_at is null);
create policy select_learner on courses for select to authenticated
  using (organization_id = (select current_organization()) and id in (select my_active_courses()));
create policy all_manager on courses for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy all_service on courses for all to service_role using (true) with check (true);
grant select on courses to anon;
grant select, insert, update on courses to authenticated;
grant select, insert, update, delete on courses to service_role;

alter table sections enable row level security;
alter table sections force row level security;
create policy select_reader on sections for select to anon, authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from courses c where c.organization_id = sections.organization_id and c.id = sections.course_id));
create policy all_manager on sections for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy all_service on sections for all to service_role using (true) with check (true);
grant select on sections to anon;
grant select, insert, update, delete on sections to authenticated, service_role;

alter table lessons enable row level security;
alter table lessons force row level security;
create policy select_reader on lessons for select to anon, authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from courses c where c.organization_id = lessons.organization_id and c.id = lessons.course_id));
create policy all_manager on lessons for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy all_service on lessons for all to service_role using (true) with check (true);
grant select on lessons to anon;
grant select, insert, update, delete on lessons to authenticated, service_role;

alter table lesson_contents enable row level security;
alter table lesson_contents force row level security;
create policy select_preview on lesson_contents for select to anon, authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from lessons l where l.organization_id = lesson_contents.organization_id
      and l.id = lesson_contents.lesson_id and l.is_preview));
create policy select_learner on lesson_contents for select to authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from lessons l where l.organization_id = lesson_contents.organization_id
      and l.id = lesson_contents.lesson_id and l.course_id in (select my_active_courses())));
create policy all_manager on lesson_contents for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy all_service on lesson_contents for all to service_role using (true) with check (true);
grant select on lesson_contents to anon;
grant select, insert, update, delete on lesson_contents to authenticated, service_role;

-- Whoever may read a lesson's content may have its attachments and files: both ask that table, under its own policies.
alter table lesson_attachments enable row level security;
alter table lesson_attachments force row level security;
create policy select_reader on lesson_attachments for select to anon, authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from lesson_contents c where c.organization_id = lesson_attachments.organization_id
      and c.lesson_id = lesson_attachments.lesson_id));
create policy all_manager on lesson_attachments for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy all_service on lesson_attachments for all to service_role using (true) with check (true);
grant select on lesson_attachments to anon;
grant select, insert, update, delete on lesson_attachments to authenticated, service_role;

create policy select_reader on files for select to anon, authenticated
  using (organization_id = (select current_organization()) and status = 'ready' and (
    exists (select 1 from lesson_contents c where c.organization_id = files.organization_id and c.media_file_id = files.id)
    or exists (select 1 from lesson_attachments a where a.organization_id = files.organization_id and a.file_id = files.id)
    or exists (select 1 from courses k where k.organization_id = files.organization_id and k.cover_file_id = files.id)));
