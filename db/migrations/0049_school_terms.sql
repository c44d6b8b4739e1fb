-- What the platform takes from a school, and how many orders it had, is not for everyone who signed in: a rival's
-- owner is at this door a signed-in person like any other. The system reads the terms when a checkout begins.
revoke select on organizations from authenticated;
grant select (id, slug, name, preset, brand_colour, tagline, hero_title, hero_text, about, time_zone, currency, locale, status, created_at, updated_at, deleted_at)
  on organizations to authenticated;
