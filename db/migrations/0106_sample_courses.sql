-- A course that came with the school, to try everything on. It is removed with all others of its kind in one step; one
-- that somebody began is kept and is the school's own from then on.
alter table courses add column is_sample boolean not null default false;
