-- Products: downloads with versions and licence keys. What is sold is named by kind and id, as courses are.
create table products (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('download', 'bundle')),
  slug text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  title text not null check (length(title) between 1 and 160),
  summary text not null default '' check (length(summary) <= 400),
  description_html text not null default '',
  status text not null default 'draft' check (status in ('draft', 'published', 'unlisted')),
  gives_licence_keys boolean not null default false,
  answers_licence_checks boolean not null default false,
  downloads_max integer check (downloads_max between 1 and 1000),
  position integer not null default 0,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, slug)
);
comment on table products is 'Owner: catalog. What a school sells beside courses; its kind decides what it holds. Draft: the school''s alone; published: listed; unlisted: for those who have the address.';
comment on column products.downloads_max is 'How often a buyer may fetch each file; null for as often as wanted.';
create index products_listed on products (organization_id, position, id) where status = 'published' and deleted_at is null;
create trigger set_updated_at before update on products for each row execute function set_updated_at();

create table product_versions (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  label text not null check (length(label) between 1 and 40),
  notes text not null default '' check (length(notes) <= 2000),
  released_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, product_id, label),
  foreign key (organization_id, product_id) references products (organization_id, id) on delete cascade
);
comment on table product_versions is 'Owner: catalog. A version is the school''s alone until it is released; the newest released one is what buyers get.';
create index product_versions_released on product_versions (organization_id, product_id, released_at desc);
create trigger set_updated_at before update on product_versions for each row execute function set_updated_at();

create table product_files (
  organization_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  file_id uuid not null,
  name text not null check (length(name) between 1 and 255),
  size_bytes bigint not null check (size_bytes >= 0),
  position integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, version_id, file_id),
  foreign key (organization_id, version_id) references product_versions (organization_id, id) on delete cascade,
  foreign key (organization_id, file_id) references files (organization_id, id)
);
comment on table product_files is 'Owner: catalog. What is in a version: name and size stand on the product''s page; the file itself is for those who bought it.';
create index product_files_file on product_files (organization_id, file_id);
create trigger set_updated_at before update on product_files for each row execute function set_updated_at();

-- One row for an order of a product, as learning keeps one for an order of a course: payment and refund may be heard in
-- any order, and a product may have been bought twice.
create table purchases (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  user_id uuid not null references users (id),
  order_id uuid,
  paid_at timestamptz,
  refunded_at timestamptz,
  versions_from timestamptz not null default '-infinity',
  downloads_from timestamptz not null default '-infinity',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, product_id) references products (organization_id, id),
  foreign key (organization_id, order_id) references orders (organization_id, id)
);
comment on table purchases is 'Owner: catalog. Who has a product: by an order, or for nothing where there is none. It opens the product while it is paid and not refunded.';
comment on column purchases.versions_from is 'The release that was the newest when it was bought: this one and all later ones are the buyer''s.';
comment on column purchases.downloads_from is 'Downloads are counted from here on, so that a school can allow more.';
create unique index purchases_by_order on purchases (organization_id, product_id, order_id) where order_id is not null;
create unique index purchases_for_nothing on purchases (organization_id, product_id, user_id) where order_id is null;
create index purchases_order on purchases (organization_id, order_id);
create index purchases_user on purchases (user_id, organization_id);
create index purchases_recent on purchases (organization_id, product_id, created_at desc, id desc);
create trigger set_updated_at before update on purchases for each row execute function set_updated_at();

create table licence_keys (
  organization_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  user_id uuid not null references users (id),
  key text not null check (key ~ '^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$'),
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, purchase_id),
  unique (organization_id, key),
  foreign key (organization_id, purchase_id) references purchases (organization_id, id)
);
comment on table licence_keys is 'Owner: catalog. One for each purchase of a product that gives keys: good while the purchase stands and nobody revoked it.';
create index licence_keys_user on licence_keys (user_id, organization_id);
create trigger set_updated_at before update on licence_keys for each row execute function set_updated_at();

create table product_downloads (
  organization_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  user_id uuid not null references users (id),
  file_id uuid not null,
  happened_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, purchase_id) references purchases (organization_id, id),
  foreign key (organization_id, file_id) references files (organization_id, id)
);
comment on table product_downloads is 'Owner: catalog. Each time a buyer was given a link to a file; how often is counted here and nowhere else.';
create index product_downloads_purchase on product_downloads (organization_id, purchase_id, file_id, happened_at);
create index product_downloads_user on product_downloads (user_id);
create index product_downloads_file on product_downloads (organization_id, file_id);
create trigger set_updated_at before update on product_downloads for each row execute function set_updated_at();

-- What the person in the claims has; asked by policies once a query, with the right of the tables' owner.
alter table purchases enable row level security;
alter table purchases force row level security;
create policy select_own on purchases for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));
create policy select_books on purchases for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy select_helper on purchases for select to current_user using (true);
create policy all_service on purchases for all to service_role using (true) with check (true);
grant select on purchases to authenticated;
grant select, insert, update, delete on purchases to service_role;

create function my_products() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select p.product_id from public.purchases p
    where p.user_id = (select public.current_user_id())
      and p.organization_id = (select public.current_organization())
      and p.paid_at is not null and p.refunded_at is null
  $$;
comment on function my_products() is 'The products that the person in the claims has here; a policy asks once a query.';
revoke execute on function my_products() from public;
grant execute on function my_products() to authenticated;

alter table products enable row level security;
alter table products force row level security;
create policy select_public on products for select to anon, authenticated
  using (organization_id = (select current_organization()) and status in ('published', 'unlisted') and deleted_at is null);
create policy select_buyer on products for select to authenticated
  using (organization_id = (select current_organization()) and id in (select my_products()));
create policy all_manager on products for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy all_service on products for all to service_role using (true) with check (true);
grant select on products to anon;
grant select, insert, update on products to authenticated;
grant select, insert, update, delete on products to service_role;

alter table product_versions enable row level security;
alter table product_versions force row level security;
create policy select_reader on product_versions for select to anon, authenticated
  using (organization_id = (select current_organization()) and released_at is not null
    and exists (select 1 from products p where p.organization_id = product_versions.organization_id and p.id = product_versions.product_id));
create policy all_manager on product_versions for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy select_helper on product_versions for select to current_user using (true);
create policy all_service on product_versions for all to service_role using (true) with check (true);
grant select on product_versions to anon;
grant select, insert, update, delete on product_versions to authenticated, service_role;

create function my_product_versions() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select v.id from public.purchases p
    join public.product_versions v on v.organization_id = p.organization_id and v.product_id = p.product_id
      -- A release that was taken back may leave only older ones: the newest of those is everybody's.
      and (v.released_at >= p.versions_from or v.released_at = (select max(w.released_at) from public.product_versions w
        where w.organization_id = v.organization_id and w.product_id = v.product_id))
    where p.user_id = (select public.current_user_id())
      and p.organization_id = (select public.current_organization())
      and p.paid_at is not null and p.refunded_at is null
  $$;
comment on function my_product_versions() is 'The versions whose files the person in the claims may fetch: the one that was the newest when they bought, all since, and in any case the newest.';
revoke execute on function my_product_versions() from public;
grant execute on function my_product_versions() to authenticated;

alter table product_files enable row level security;
alter table product_files force row level security;
create policy select_reader on product_files for select to anon, authenticated
  using (organization_id = (select current_organization())
    and exists (select 1 from product_versions v where v.organization_id = product_files.organization_id and v.id = product_files.version_id));
create policy all_manager on product_files for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('courses.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('courses.manage')));
create policy all_service on product_files for all to service_role using (true) with check (true);
grant select on product_files to anon;
grant select, insert, update, delete on product_files to authenticated, service_role;

-- Planned apart, as is_lesson_file is: a statement that names files would else be planned with all of this in it.
create function is_bought_file(school uuid, file uuid) returns boolean
  language plpgsql stable parallel safe set search_path = ''
  as $$
    begin
      return exists (select 1 from public.product_files f
        where f.organization_id = school and f.file_id = file and f.version_id in (select public.my_product_versions()));
    end
  $$;
comment on function is_bought_file(uuid, uuid) is 'Whether a file is in a version of a product that the one in the claims has.';
revoke execute on function is_bought_file(uuid, uuid) from public;
grant execute on function is_bought_file(uuid, uuid) to authenticated;
create policy select_buyer on files for select to authenticated
  using (organization_id = (select current_organization()) and status = 'ready' and is_bought_file(organization_id, id));

alter table licence_keys enable row level security;
alter table licence_keys force row level security;
create policy select_own on licence_keys for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));
create policy select_books on licence_keys for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy all_service on licence_keys for all to service_role using (true) with check (true);
grant select on licence_keys to authenticated;
grant select, insert, update, delete on licence_keys to service_role;

alter table product_downloads enable row level security;
alter table product_downloads force row level security;
create policy select_own on product_downloads for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));
create policy select_books on product_downloads for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy all_service on product_downloads for all to service_role using (true) with check (true);
grant select on product_downloads to authenticated;
grant select, insert, update, delete on product_downloads to service_role;

-- Whoever manages products must know whether one was sold before deleting it, without being shown the books.
create function count_product_sales(product uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select (
      (select count(*) from public.checkouts c
        where c.organization_id = (select public.current_organization())
          and c.subject_kind = 'product' and c.subject_id = product and c.status in ('open', 'pending'))
      + (select count(*) from public.purchases p
        where p.organization_id = (select public.current_organization()) and p.product_id = product)
    )::int
    where (select public.current_may('courses.manage'))
  $$;
comment on function count_product_sales(uuid) is 'How many have or had a product or are buying it, for those who manage products; nobody else gets a figure.';
revoke execute on function count_product_sales(uuid) from public;
grant execute on function count_product_sales(uuid) to authenticated;

alter table offers drop constraint offers_subject_kind_check, add constraint offers_subject_kind_check check (subject_kind in ('course', 'product')) not valid;
alter table coupon_subjects drop constraint coupon_subjects_subject_kind_check, add constraint coupon_subjects_subject_kind_check check (subject_kind in ('course', 'product')) not valid;

do $$
  declare shown text;
  begin
    foreach shown in array array['products', 'product_versions', 'product_files'] loop
      execute format('create trigger tell_pages_of_insert after insert on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_update after update on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_delete after delete on %I referencing old table as changed for each statement execute function tell_pages()', shown);
    end loop;
  end
$$;
