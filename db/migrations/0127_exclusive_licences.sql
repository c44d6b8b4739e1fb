-- What can be sold once, to one. A checkout for it holds the thing from its beginning, as a checkout with a coupon holds
-- a use: no second one can be open, pending or paid beside it, and the database itself refuses that.
alter table offers add column is_exclusive boolean not null default false;
comment on column offers.is_exclusive is 'Sold once, to one; whatever else delivers the same is sold no more after it.';

alter table checkouts add column exclusive_subject_id uuid;
comment on column checkouts.exclusive_subject_id is 'What this checkout alone may buy; null for what many may, and null again once the school has put it back on sale.';
create unique index checkouts_exclusive on checkouts (organization_id, exclusive_subject_id) where exclusive_subject_id is not null and status in ('open', 'pending', 'paid');

alter table licences add column is_exclusive boolean not null default false;
comment on column licences.is_exclusive is 'Sold once; its words and this stay as they were sold.';
alter table music_facts add column sold_at timestamptz;
comment on column music_facts.sold_at is 'When it was sold exclusively; null while it is for sale, and again once it was put back.';
