-- Whom the edge lets in, in one question: the school behind an address, the person behind a session, and what they are
-- there. Asked at each page of somebody who is signed in, so it keeps its plan.
create function find_visit(wanted text, from_provider text, of_subject text)
  returns table (school json, person json, role text)
  language plpgsql stable
  as $$
  begin
    return query
    select s.school, p.person, m.role
    from (select 1) as asked
    left join lateral (
      select o.id, json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'preset', o.preset, 'brand_colour', o.brand_colour,
        'tagline', o.tagline, 'hero_title', o.hero_title, 'hero_text', o.hero_text, 'about', o.about, 'time_zone', o.time_zone,
        'currency', o.currency, 'locale', o.locale, 'status', o.status) as school
      from public.organizations o where o.slug = wanted and o.deleted_at is null limit 1) s on true
    left join lateral (
      select u.id, json_build_object('userId', u.id, 'name', u.name, 'email', u.email, 'isOperator', u.is_operator,
        'isEmailVerified', u.email_verified_at is not null, 'isDeleted', u.deleted_at is not null) as person
      from public.user_identities i join public.users u on u.id = i.user_id
      where i.provider = from_provider and i.subject = of_subject limit 1) p on true
    left join lateral (
      select held.role from public.organization_memberships held
      where held.organization_id = s.id and held.user_id = p.id and held.deleted_at is null limit 1) m on true;
  end
  $$;
revoke execute on function find_visit(text, text, text) from public;
grant execute on function find_visit(text, text, text) to service_role;
comment on function find_visit(text, text, text) is 'Owner: tenancy. School, person and role, for the system alone.';
