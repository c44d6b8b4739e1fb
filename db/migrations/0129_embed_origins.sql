-- On which other sites a school's courses may be shown in a frame. A page in a foreign frame can be laid under somebody's
-- finger; so only whom the school names may frame, and only pages on which nothing can be done but to go to the school.
alter table organizations add column embed_origins text[] not null default '{}';
alter table organizations add constraint organizations_embed_origins_check
  check (cardinality(embed_origins) <= 20 and array_to_string(embed_origins, ' ') ~ '^(https?://[a-z0-9.-]+(:[0-9]{1,5})?( |$))*$') not valid;
comment on column organizations.embed_origins is 'Origins as browsers write them: scheme, host in small letters, port where it is not the usual one.';

grant select (embed_origins) on organizations to anon, authenticated;
grant update (embed_origins) on organizations to authenticated;
