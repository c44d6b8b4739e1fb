-- Free downloads for an address: who asked, with what words they agreed, and whether they proved that it is theirs.
alter table products drop constraint products_kind_check, add constraint products_kind_check check (kind in ('download', 'bundle', 'lead-magnet')) not valid;
alter table products add column consent_text text not null default '' constraint products_consent_text_check check (length(consent_text) <= 500);
comment on column products.consent_text is 'What people agree to who leave their address for it; empty for the usual words.';

create table leads (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  email text not null check (length(email) between 3 and 254),
  consent_text text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  unsubscribed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, product_id) references products (organization_id, id)
);
comment on table leads is 'Owner: catalog. An address that was left for a free download. It counts once its owner followed the link in the mail.';
comment on column leads.consent_text is 'The very words that stood beside the box which was ticked.';
create unique index leads_address on leads (organization_id, product_id, lower(email));
create index leads_recent on leads (organization_id, product_id, created_at desc, id desc);
create index leads_email on leads (lower(email));
create trigger set_updated_at before update on leads for each row execute function set_updated_at();

alter table leads enable row level security;
alter table leads force row level security;
create policy select_addresses on leads for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.addresses')));
create policy delete_manager on leads for delete to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.manage')));
create policy all_service on leads for all to service_role using (true) with check (true);
grant select, delete on leads to authenticated;
grant select, insert, update, delete on leads to service_role;

-- A product that somebody left an address for is in use as one that was bought.
create or replace function count_product_sales(product uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select (
      (select count(*) from public.checkouts c
        where c.organization_id = (select public.current_organization())
          and c.subject_kind = 'product' and c.subject_id = product and c.status in ('open', 'pending'))
      + (select count(*) from public.purchases p
        where p.organization_id = (select public.current_organization()) and p.product_id = product)
      + (select count(*) from public.leads l
        where l.organization_id = (select public.current_organization()) and l.product_id = product)
    )::int
    where (select public.current_may('courses.manage'))
  $$;
create policy select_helper on leads for select to current_user using (true);
