-- A checkout carries its coupon. While it is open or on its way the use is reserved, once it is paid the use is taken,
-- and when it has failed or expired the use is free again: there is no second state that could differ from this one.
alter table checkouts add column coupon_id uuid;
alter table checkouts add column coupon_code text;
alter table checkouts add column discount_cents integer not null default 0;
alter table checkouts add constraint checkouts_coupon_fkey foreign key (organization_id, coupon_id) references coupons (organization_id, id) not valid;
alter table checkouts add constraint checkouts_coupon_check
  check (discount_cents >= 0 and (coupon_id is null) = (discount_cents = 0) and (coupon_id is null) = (coupon_code is null)) not valid;
comment on column checkouts.discount_cents is 'What the coupon takes off; amount_cents is what is left to pay.';
create index checkouts_coupon on checkouts (organization_id, coupon_id, status) where coupon_id is not null;
create index checkouts_coupon_person on checkouts (organization_id, coupon_id, lower(email)) where coupon_id is not null;

alter table orders add column coupon_code text;
alter table orders add column discount_cents integer not null default 0;
alter table orders add constraint orders_discount_check check (discount_cents >= 0 and (coupon_code is null) = (discount_cents = 0)) not valid;
comment on column orders.discount_cents is 'What the coupon took off the price; gross_cents is what was paid.';
