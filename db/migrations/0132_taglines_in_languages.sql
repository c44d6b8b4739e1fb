-- The line under a school's name, in the languages in which its pages can be read besides its own: {"de": "…"}.
alter table organizations add column tagline_translations jsonb not null default '{}';
alter table organizations add constraint organizations_tagline_translations_check
  check (jsonb_typeof(tagline_translations) = 'object' and length(tagline_translations::text) <= 2000) not valid;
comment on column organizations.tagline_translations is 'By language; what is not there is read in the school''s own.';

grant select (tagline_translations), update (tagline_translations) on organizations to authenticated;

drop function find_organization(text);
create function find_organization(wanted text) returns table (
  id uuid, slug text, name text, preset text, brand_colour text, tagline text, hero_title text, hero_text text, about text,
  time_zone text, currency text, locale text, status text, type_pair text, look text, logo_file_id uuid, logo_key text, languages text[],
  tagline_translations jsonb)
  language sql stable security definer set search_path = ''
  as $$
    select o.id, o.slug, o.name, o.preset, o.brand_colour, o.tagline, o.hero_title, o.hero_text,
      o.about, o.time_zone, o.currency, o.locale, o.status, o.type_pair, o.look, o.logo_file_id, o.logo_key, o.languages,
      o.tagline_translations
    from public.organizations o where o.slug = wanted and o.deleted_at is null
  $$;
comment on function find_organization(text) is 'From host to tenant, before there are claims: what anyone may see of a school.';
revoke execute on function find_organization(text) from public;
grant execute on function find_organization(text) to anon, authenticated, service_role;
