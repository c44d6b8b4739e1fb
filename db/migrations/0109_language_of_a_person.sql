-- In which language somebody chose to read, and be written to. Null until they choose: then their browser says it, and
-- in mails their school.
alter table users add column language text;
alter table users add constraint users_language_check check (language in ('en', 'de')) not valid;
