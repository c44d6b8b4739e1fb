-- What members say of themselves by what they are: a type (teacher, coach, realtor, loan officer …) and its fields. Which
-- types there are and what each field may hold is data of the program (profile-types.schema.ts), so a new type needs no
-- migration. The person writes it, by the system, which looks whose membership it is.
alter table organization_memberships add column profile_type text;
alter table organization_memberships add column profile jsonb not null default '{}';
alter table organization_memberships add constraint organization_memberships_profile_type_check
  check (profile_type is null or length(profile_type) between 1 and 40) not valid;
alter table organization_memberships add constraint organization_memberships_profile_check
  check (jsonb_typeof(profile) = 'object' and length(profile::text) <= 8000) not valid;
grant select (profile_type, profile) on organization_memberships to anon;
