-- Bundles: what an offer consists of is fixed with the offer, as its price is. Other contents are another offer, so a
-- checkout under way and an order of last year keep what was promised on that day.
create table offer_parts (
  organization_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  subject_kind text not null check (subject_kind in ('course', 'product')),
  subject_id uuid not null,
  title text not null,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, offer_id, subject_kind, subject_id),
  foreign key (organization_id, offer_id) references offers (organization_id, id)
);
comment on table offer_parts is 'Owner: commerce. What is delivered when an offer is bought, where it is more than its subject alone: the parts of a bundle.';
create index offer_parts_subject on offer_parts (organization_id, subject_kind, subject_id);
create trigger set_updated_at before update on offer_parts for each row execute function set_updated_at();

alter table offer_parts enable row level security;
alter table offer_parts force row level security;
create policy select_active on offer_parts for select to anon, authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from offers o where o.organization_id = offer_parts.organization_id and o.id = offer_parts.offer_id));
create policy all_manager on offer_parts for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('offers.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('offers.manage')));
create policy all_service on offer_parts for all to service_role using (true) with check (true);
grant select on offer_parts to anon;
grant select, insert on offer_parts to authenticated;
grant select, insert, update, delete on offer_parts to service_role;

-- What the school puts into a bundle. Its offer copies it.
create table bundle_parts (
  organization_id uuid not null,
  id uuid not null,
  bundle_id uuid not null,
  course_id uuid,
  product_id uuid,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  constraint bundle_parts_some_check check (course_id is not null or product_id is not null),
  unique (organization_id, bundle_id, course_id),
  unique (organization_id, bundle_id, product_id),
  foreign key (organization_id, bundle_id) references products (organization_id, id) on delete cascade,
  foreign key (organization_id, course_id) references courses (organization_id, id),
  foreign key (organization_id, product_id) references products (organization_id, id)
);
comment on table bundle_parts is 'Owner: catalog. What is in a bundle: courses and downloads.';
create index bundle_parts_course on bundle_parts (organization_id, course_id);
create index bundle_parts_product on bundle_parts (organization_id, product_id);
create trigger set_updated_at before update on bundle_parts for each row execute function set_updated_at();

alter table bundle_parts enable row level security;
alter table bundle_parts force row level security;
create policy select_reader on bundle_parts for select to anon, authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from products p where p.organization_id = bundle_parts.organization_id and p.id = bundle_parts.bundle_id));
create policy all_manager on bundle_parts for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy all_service on bundle_parts for all to service_role using (true) with check (true);
grant select on bundle_parts to anon;
grant select, insert, update, delete on bundle_parts to authenticated, service_role;

-- One order may hold several courses.
alter table enrolment_orders drop constraint enrolment_orders_organization_id_order_id_key;
create unique index enrolment_orders_of_course on enrolment_orders (organization_id, order_id, course_id);

do $$
  declare shown text;
  begin
    foreach shown in array array['offer_parts', 'bundle_parts'] loop
      execute format('create trigger tell_pages_of_insert after insert on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_update after update on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_delete after delete on %I referencing old table as changed for each statement execute function tell_pages()', shown);
    end loop;
  end
$$;
