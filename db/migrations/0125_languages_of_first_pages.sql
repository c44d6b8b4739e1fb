-- A first page in several languages. Blocks hold their translations themselves; the version says in which language the
-- plain texts are written, and what search engines are told in the others. Null: from before a page could have several.
alter table storefront_versions add column language text;
alter table storefront_versions add column head_translations jsonb not null default '{}';
alter table storefront_versions add constraint storefront_versions_language_check check (language in ('en', 'de')) not valid;
alter table storefront_versions add constraint storefront_versions_head_translations_check check (jsonb_typeof(head_translations) = 'object') not valid;
