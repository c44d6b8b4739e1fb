-- Coupons: what takes something off a price, for whom, how often and when.
create table coupons (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{2,39}$'),
  kind text not null check (kind in ('percent', 'fixed')),
  percent_bps integer check (percent_bps between 1 and 10000),
  amount_cents integer check (amount_cents between 1 and 99999999),
  currency text check (currency ~ '^[a-z]{3}$'),
  is_for_all boolean not null default true,
  uses_max integer check (uses_max > 0),
  uses_per_person_max integer check (uses_per_person_max > 0),
  starts_on date,
  ends_on date,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  constraint coupons_value_check check ((kind = 'percent') = (percent_bps is not null) and (kind = 'fixed') = (amount_cents is not null) and (kind = 'fixed') = (currency is not null)),
  constraint coupons_days_check check (ends_on >= starts_on)
);
comment on table coupons is 'Owner: commerce. What takes something off a price. Its uses are the checkouts that carry it; nothing counts them but they.';
comment on column coupons.code is 'In capitals: what a buyer types in small letters is the same.';
comment on column coupons.percent_bps is 'Hundredths of a per cent.';
comment on column coupons.starts_on is 'The first day it can be used, by the school''s calendar; ends_on is the last one.';
comment on column coupons.archived_at is 'Since when nobody can begin with it. One that was never used is deleted in its place.';
create unique index coupons_code on coupons (organization_id, code) where archived_at is null;
create trigger set_updated_at before update on coupons for each row execute function set_updated_at();

create table coupon_subjects (
  organization_id uuid not null,
  id uuid not null,
  coupon_id uuid not null,
  subject_kind text not null check (subject_kind in ('course')),
  subject_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, coupon_id, subject_kind, subject_id),
  foreign key (organization_id, coupon_id) references coupons (organization_id, id) on delete cascade
);
comment on table coupon_subjects is 'Owner: commerce. What a coupon is for, by kind and id, where it is not for all.';
create trigger set_updated_at before update on coupon_subjects for each row execute function set_updated_at();

-- A visitor learns of a coupon only by typing its code, and then the system looks: no list of them is anybody's to read
-- but those who make offers.
alter table coupons enable row level security;
alter table coupons force row level security;
create policy all_manager on coupons for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('offers.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('offers.manage')));
create policy all_service on coupons for all to service_role using (true) with check (true);
grant select, insert, update, delete on coupons to authenticated, service_role;

alter table coupon_subjects enable row level security;
alter table coupon_subjects force row level security;
create policy all_manager on coupon_subjects for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('offers.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('offers.manage')));
create policy all_service on coupon_subjects for all to service_role using (true) with check (true);
grant select, insert, update, delete on coupon_subjects to authenticated, service_role;
