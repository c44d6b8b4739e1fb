-- A person's enrolments are looked up whatever their status: the index for active ones could serve neither the
-- policy nor the foreign key. Written before any installation was in use: the table is empty where this runs.
-- squawk-ignore require-concurrent-index-deletion
drop index enrolments_user;
-- squawk-ignore require-concurrent-index-creation
create index enrolments_user on enrolments (user_id, organization_id);

-- The lesson to go on with is written by the learner: it is a lesson of the same school or none.
-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
alter table enrolments add constraint enrolments_last_lesson_fkey
  foreign key (organization_id, last_lesson_id) references lessons (organization_id, id) on delete set null (last_lesson_id);
-- squawk-ignore require-concurrent-index-creation
create index enrolments_last_lesson on enrolments (organization_id, last_lesson_id) where last_lesson_id is not null;
