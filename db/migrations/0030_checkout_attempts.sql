-- One open checkout for a browser, an offer and an address: a second press finds the first. And when the payment
-- provider was last asked about a checkout that its word has not reached.
alter table checkouts add column checked_at timestamptz;
create unique index checkouts_open_attempt on checkouts (organization_id, token_hash, offer_id, lower(email)) where status = 'open';
create index checkouts_unsettled on checkouts (created_at) where status in ('open', 'pending');

-- A refund whose answer never came is asked for again.
create index refunds_unsettled on refunds (created_at) where status = 'requested';
