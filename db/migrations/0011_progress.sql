-- How far a student is: what was watched, as ranges of seconds, and where to go on.
create table lesson_progress (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null references users (id),
  course_id uuid not null,
  lesson_id uuid not null,
  position_seconds numeric(10, 3) not null default 0,
  watched int4multirange not null default '{}',
  watched_seconds integer not null default 0,
  completed_at timestamptz,
  completed_by text check (completed_by in ('watched', 'marked')),
  started_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id, lesson_id),
  foreign key (organization_id, lesson_id) references lessons (organization_id, id) on delete cascade,
  foreign key (organization_id, course_id) references courses (organization_id, id)
);
comment on table lesson_progress is 'Owner: learning. Ranges, not a counter: seeking to the end watches nothing, and watching twice counts once.';
create index lesson_progress_course on lesson_progress (organization_id, course_id, user_id);
create index lesson_progress_user on lesson_progress (user_id);
create index lesson_progress_lesson on lesson_progress (organization_id, lesson_id);
create trigger set_updated_at before update on lesson_progress for each row execute function set_updated_at();

alter table lesson_progress enable row level security;
alter table lesson_progress force row level security;
create policy select_own on lesson_progress for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));
create policy select_teaching on lesson_progress for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('progress.read')));
create policy insert_learner on lesson_progress for insert to authenticated
  with check (organization_id = (select current_organization()) and user_id = (select current_user_id())
    and course_id in (select my_active_courses()));
create policy update_learner on lesson_progress for update to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id())
    and course_id in (select my_active_courses()))
  with check (organization_id = (select current_organization()) and user_id = (select current_user_id())
    and course_id in (select my_active_courses()));
create policy all_service on lesson_progress for all to service_role using (true) with check (true);
grant select, insert, update on lesson_progress to authenticated;
grant select, insert, update, delete on lesson_progress to service_role;
