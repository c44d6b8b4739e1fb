-- The music library: tracks, stems, sample packs and beats. Each has facts that people search by, a preview that everybody
-- may hear, and one price for each licence to use it.
alter table products drop constraint products_kind_check, add constraint products_kind_check check (kind in ('download', 'track', 'beat', 'stems', 'sample-pack', 'bundle', 'lead-magnet')) not valid;

create table music_facts (
  organization_id uuid not null,
  product_id uuid not null,
  bpm smallint check (bpm between 20 and 400),
  musical_key text check (musical_key ~ '^[A-G](b|#)?m?$'),
  tags text[] not null default '{}' check (cardinality(tags) <= 12),
  preview_file_id uuid,
  preview_seconds integer check (preview_seconds between 1 and 7200),
  peaks smallint[] not null default '{}' check (cardinality(peaks) <= 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, product_id),
  foreign key (organization_id, product_id) references products (organization_id, id) on delete cascade,
  foreign key (organization_id, preview_file_id) references files (organization_id, id)
);
comment on table music_facts is 'Owner: catalog. What a piece of music is found by, and the preview that everybody may hear; one row for a product of music.';
comment on column music_facts.peaks is 'The loudness of equal parts of the preview, 0 to 100, for its picture.';
create index music_facts_preview on music_facts (organization_id, preview_file_id);
create index music_facts_bpm on music_facts (organization_id, bpm);
create index music_facts_tags on music_facts using gin (tags);
create trigger set_updated_at before update on music_facts for each row execute function set_updated_at();

alter table music_facts enable row level security;
alter table music_facts force row level security;
create policy select_reader on music_facts for select to anon, authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from products p where p.organization_id = music_facts.organization_id and p.id = music_facts.product_id));
create policy all_manager on music_facts for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy all_service on music_facts for all to service_role using (true) with check (true);
grant select on music_facts to anon;
grant select, insert, update, delete on music_facts to authenticated, service_role;

-- Planned apart, as is_lesson_file is. No more than a policy's own words: whoever sees the product may hear its preview.
create function is_preview_file(school uuid, file uuid) returns boolean
  language plpgsql stable parallel safe set search_path = ''
  as $$
    begin
      return exists (select 1 from public.music_facts m where m.organization_id = school and m.preview_file_id = file);
    end
  $$;
comment on function is_preview_file(uuid, uuid) is 'Whether a file is the preview of music that the one in the claims may see.';
revoke execute on function is_preview_file(uuid, uuid) from public;
grant execute on function is_preview_file(uuid, uuid) to anon, authenticated;
create policy select_preview on files for select to anon, authenticated
  using (organization_id = (select current_organization()) and status = 'ready' and is_preview_file(organization_id, id));

-- A licence: what a buyer may do with the music, in words that stay as they were sold. Its price is an offer of its own,
-- whose one part is the product; so order, refund and access are those of a bundle of one.
create table licences (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  terms text not null default '' check (length(terms) <= 2000),
  position integer not null default 0,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, product_id) references products (organization_id, id)
);
comment on table licences is 'Owner: catalog. What may be done with music that was bought. Other words are another licence, as another price is another offer; one that was taken away stays for those who have it.';
create index licences_product on licences (organization_id, product_id, position, id);
create trigger set_updated_at before update on licences for each row execute function set_updated_at();

alter table licences enable row level security;
alter table licences force row level security;
create policy select_reader on licences for select to anon, authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from products p where p.organization_id = licences.organization_id and p.id = licences.product_id));
create policy all_manager on licences for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('offers.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('offers.manage')));
create policy all_service on licences for all to service_role using (true) with check (true);
grant select on licences to anon;
grant select, insert, update on licences to authenticated;
grant select, insert, update, delete on licences to service_role;

alter table offers drop constraint offers_subject_kind_check, add constraint offers_subject_kind_check check (subject_kind in ('course', 'product', 'licence')) not valid;
alter table coupon_subjects drop constraint coupon_subjects_subject_kind_check, add constraint coupon_subjects_subject_kind_check check (subject_kind in ('course', 'product', 'licence')) not valid;
alter table offer_parts drop constraint offer_parts_subject_kind_check, add constraint offer_parts_subject_kind_check check (subject_kind in ('course', 'product', 'licence')) not valid;

-- Music in use counts as what is sold of its licences too.
create or replace function count_product_sales(product uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select (
      (select count(*) from public.checkouts c
        where c.organization_id = (select public.current_organization())
          and c.subject_id in (select product union all select l.id from public.licences l where l.organization_id = c.organization_id and l.product_id = product)
          and c.subject_kind in ('product', 'licence') and c.status in ('open', 'pending'))
      + (select count(*) from public.purchases p
        where p.organization_id = (select public.current_organization()) and p.product_id = product)
      + (select count(*) from public.leads l
        where l.organization_id = (select public.current_organization()) and l.product_id = product)
    )::int
    where (select public.current_may('courses.manage'))
  $$;
create policy select_helper on licences for select to current_user using (true);

do $$
  declare shown text;
  begin
    foreach shown in array array['music_facts', 'licences'] loop
      execute format('create trigger tell_pages_of_insert after insert on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_update after update on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_delete after delete on %I referencing old table as changed for each statement execute function tell_pages()', shown);
    end loop;
  end
$$;
