-- What a school wears besides its one colour: a logo, a pair of typefaces, and whether its pages are light, dark, or as
-- the visitor's device is.
alter table organizations add column logo_file_id uuid;
-- The file's own key, which never changes once it is ready: whose page it is, is asked before there are claims to read files by.
alter table organizations add column logo_key text;
alter table organizations add constraint organizations_logo_check check ((logo_file_id is null) = (logo_key is null)) not valid;
alter table organizations add column type_pair text not null default 'fraunces';
alter table organizations add column look text not null default 'device';
alter table organizations add constraint organizations_type_pair_check
  check (type_pair in ('fraunces', 'newsreader', 'bricolage', 'instrument', 'space')) not valid;
alter table organizations add constraint organizations_look_check check (look in ('device', 'light', 'dark')) not valid;
alter table organizations add constraint organizations_logo_fkey
  foreign key (id, logo_file_id) references files (organization_id, id) not valid;
create index organizations_logo on organizations (id, logo_file_id) where logo_file_id is not null;

grant update (logo_file_id, logo_key, type_pair, look) on organizations to authenticated;

drop function find_organization(text);
create function find_organization(wanted text) returns table (
  id uuid, slug text, name text, preset text, brand_colour text, tagline text, hero_title text, hero_text text, about text,
  time_zone text, currency text, locale text, status text, type_pair text, look text, logo_file_id uuid, logo_key text)
  language sql stable security definer set search_path = ''
  as $$
    select o.id, o.slug, o.name, o.preset, o.brand_colour, o.tagline, o.hero_title, o.hero_text,
      o.about, o.time_zone, o.currency, o.locale, o.status, o.type_pair, o.look, o.logo_file_id, o.logo_key
    from public.organizations o where o.slug = wanted and o.deleted_at is null
  $$;
comment on function find_organization(text) is 'From host to tenant, before there are claims: what anyone may see of a school.';
revoke execute on function find_organization(text) from public;
grant execute on function find_organization(text) to anon, authenticated, service_role;
