-- A shelf of sixty courses asks less of its visitor's rules. Measured by `bench rls` at 10,000 schools and 600,000
-- courses; both were planned with every statement that shows courses, whether a cover or a lesson was looked at or not.

-- Covers are asked for once a query, and only where there is a file to judge.
create function readable_covers() returns setof uuid
  language plpgsql stable parallel safe set search_path = ''
  as $$
    begin
      return query select c.cover_file_id from public.courses c
        where c.organization_id = (select public.current_organization()) and c.cover_file_id is not null;
    end
  $$;
comment on function readable_covers() is 'The covers of the courses that their own policies show to the one in the claims; a policy asks once a query.';
revoke execute on function readable_covers() from public;
grant execute on function readable_covers() to anon, authenticated;

alter policy select_reader on files
  using (organization_id = (select current_organization()) and status = 'ready'
    and (id in (select readable_covers()) or is_lesson_file(organization_id, id)));

-- How many lessons a course has is written down when one is added or taken out. Added to, never counted anew: two who
-- add a lesson at the same moment do not see each other's.
alter table courses add column lesson_count integer not null default 0;

create function count_lessons() returns trigger
  language plpgsql set search_path = ''
  as $$
    begin
      if tg_op <> 'INSERT' then
        update public.courses set lesson_count = lesson_count - 1 where organization_id = old.organization_id and id = old.course_id;
      end if;
      if tg_op <> 'DELETE' then
        update public.courses set lesson_count = lesson_count + 1 where organization_id = new.organization_id and id = new.course_id;
      end if;
      return null;
    end
  $$;
create trigger count_lessons after insert or delete or update of organization_id, course_id on lessons
  for each row execute function count_lessons();

-- The count runs by the right of whoever changes lessons. A cascade would run by the right of the tables' owner, who
-- may change no course: so a section goes only after its lessons, and a course still takes along both.
alter table lessons drop constraint lessons_organization_id_section_id_fkey;
alter table lessons add constraint lessons_organization_id_section_id_fkey
  foreign key (organization_id, section_id) references sections (organization_id, id) not valid;

-- What is there already is counted. The owner sees rows of schools only while the rules are not forced on it too, and
-- until this transaction ends nobody else reads these tables.
alter table courses no force row level security;
alter table lessons no force row level security;
update courses c set lesson_count = counted.lessons
from (select organization_id, course_id, count(*) as lessons from lessons group by organization_id, course_id) counted
where c.organization_id = counted.organization_id and c.id = counted.course_id;
alter table courses force row level security;
alter table lessons force row level security;
