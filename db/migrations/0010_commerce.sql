-- Offers, checkouts, orders and the ledger.
create table offers (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('course')),
  subject_id uuid not null,
  title text not null,
  price_cents integer not null check (price_cents >= 0 and price_cents <= 99999999),
  currency text not null check (currency ~ '^[a-z]{3}$'),
  status text not null default 'active' check (status in ('active', 'retired')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on table offers is 'Owner: commerce. What can be bought, by kind and id; a new price is a new offer, so an old checkout keeps its own.';
create unique index offers_active on offers (organization_id, subject_kind, subject_id) where status = 'active';
create trigger set_updated_at before update on offers for each row execute function set_updated_at();

create table payout_accounts (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  provider text not null check (provider in ('stripe')),
  provider_account_id text not null unique,
  status text not null default 'onboarding' check (status in ('onboarding', 'active', 'restricted')),
  requirements jsonb not null default '[]',
  source_updated_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, provider)
);
comment on table payout_accounts is 'Owner: commerce. Where a school''s share goes; anyone may know whether it is ready, only the school why not.';
create trigger set_updated_at before update on payout_accounts for each row execute function set_updated_at();

create table checkouts (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  offer_id uuid not null,
  user_id uuid references users (id),
  email text not null,
  token_hash text not null,
  status text not null default 'open' check (status in ('open', 'pending', 'paid', 'failed', 'expired')),
  title text not null,
  subject_kind text not null,
  subject_id uuid not null,
  amount_cents integer not null check (amount_cents >= 0),
  currency text not null,
  fee_bps integer not null check (fee_bps between 0 and 10000),
  fee_cents integer not null check (fee_cents >= 0 and fee_cents <= amount_cents),
  fee_rounding text not null default 'half-even' check (fee_rounding in ('half-even')),
  provider_session_id text unique,
  provider_url text,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, offer_id) references offers (organization_id, id)
);
comment on table checkouts is 'Owner: commerce. An attempt to buy: price, fee and rounding are fixed here, once.';
create index checkouts_offer on checkouts (organization_id, offer_id);
create index checkouts_user on checkouts (user_id) where user_id is not null;
create index checkouts_recent on checkouts (organization_id, created_at desc);
create trigger set_updated_at before update on checkouts for each row execute function set_updated_at();

create table orders (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  number integer not null,
  checkout_id uuid not null,
  user_id uuid not null references users (id),
  buyer_email text not null,
  buyer_name text not null default '',
  title text not null,
  subject_kind text not null,
  subject_id uuid not null,
  status text not null default 'paid' check (status in ('paid', 'refunding', 'partly-refunded', 'refunded')),
  currency text not null,
  gross_cents integer not null,
  platform_fee_cents integer not null,
  processor_fee_cents integer,
  refunded_cents integer not null default 0,
  provider text not null check (provider in ('stripe', 'none')),
  provider_payment_id text unique,
  provider_charge_id text,
  provider_transfer_id text,
  placed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, checkout_id),
  unique (organization_id, number),
  foreign key (organization_id, checkout_id) references checkouts (organization_id, id)
);
comment on table orders is 'Owner: commerce. Exactly one for a paid checkout. Its amounts are facts of that day; balances come from the ledger.';
create index orders_recent on orders (organization_id, placed_at desc, id desc);
create index orders_user on orders (user_id);
create trigger set_updated_at before update on orders for each row execute function set_updated_at();

create table refunds (
  organization_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  provider_refund_id text unique,
  amount_cents integer not null check (amount_cents > 0),
  fee_returned_cents integer not null default 0,
  transfer_reversed_cents integer not null default 0,
  status text not null default 'requested' check (status in ('requested', 'succeeded', 'failed')),
  reason text not null default '',
  error text,
  requested_by uuid references users (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, order_id) references orders (organization_id, id)
);
comment on table refunds is 'Owner: commerce. The wish first, then the provider, then the fact.';
create index refunds_order on refunds (organization_id, order_id);
create index refunds_requester on refunds (requested_by);
create trigger set_updated_at before update on refunds for each row execute function set_updated_at();

create table order_notes (
  organization_id uuid not null,
  id uuid not null,
  checkout_id uuid not null,
  happened_at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('started', 'received', 'retried', 'done', 'failed', 'asked')),
  detail text not null,
  source_key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, checkout_id) references checkouts (organization_id, id) on delete cascade
);
comment on table order_notes is 'Owner: commerce. What was received, retried and done for an order, with times.';
create unique index order_notes_source on order_notes (organization_id, checkout_id, source_key) where source_key is not null;
create index order_notes_checkout on order_notes (organization_id, checkout_id, happened_at);
create trigger set_updated_at before update on order_notes for each row execute function set_updated_at();

create table ledger_accounts (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('buyer', 'processor', 'platform', 'school')),
  holder text not null default '',
  currency text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, kind, holder, currency)
);
comment on table ledger_accounts is 'Owner: commerce. A balance is the sum of an account''s entries, never a number that is edited.';
create trigger set_updated_at before update on ledger_accounts for each row execute function set_updated_at();

create table ledger_transactions (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('sale', 'processing-fee', 'refund')),
  source_key text not null,
  order_id uuid not null,
  description text not null,
  posted_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, source_key),
  foreign key (organization_id, order_id) references orders (organization_id, id)
);
comment on table ledger_transactions is 'Owner: commerce. The source key says which fact it books, so a fact is booked once.';
create index ledger_transactions_order on ledger_transactions (organization_id, order_id);
create trigger set_updated_at before update on ledger_transactions for each row execute function set_updated_at();

create table ledger_entries (
  organization_id uuid not null,
  id uuid not null,
  transaction_id uuid not null,
  account_id uuid not null,
  amount_cents bigint not null check (amount_cents <> 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, transaction_id) references ledger_transactions (organization_id, id),
  foreign key (organization_id, account_id) references ledger_accounts (organization_id, id)
);
comment on table ledger_entries is 'Owner: commerce. Appended, never changed; the entries of a transaction sum to nothing.';
create index ledger_entries_transaction on ledger_entries (organization_id, transaction_id);
create index ledger_entries_account on ledger_entries (organization_id, account_id);

create function refuse_ledger_change() returns trigger
  language plpgsql as $$ begin raise exception 'ledger entries are never changed; post a new transaction' using errcode = 'restrict_violation'; end $$;
create trigger refuse_change before update or delete on ledger_entries for each row execute function refuse_ledger_change();

create function require_ledger_balance() returns trigger
  language plpgsql as $$
    declare total bigint;
    begin
      select sum(amount_cents) into total from public.ledger_entries
      where organization_id = new.organization_id and transaction_id = new.transaction_id;
      if total <> 0 then
        raise exception 'ledger transaction % is off by %', new.transaction_id, total using errcode = 'check_violation';
      end if;
      return null;
    end $$;
create constraint trigger require_balance after insert on ledger_entries
  deferrable initially deferred for each row execute function require_ledger_balance();

-- Policies: the public sees what is for sale; a buyer the own orders; the books are for those who keep them.
alter table offers enable row level security;
alter table offers force row level security;
create policy select_active on offers for select to anon, authenticated
  using (organization_id = (select current_organization()) and status = 'active');
create policy all_manager on offers for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('offers.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('offers.manage')));
create policy all_service on offers for all to service_role using (true) with check (true);
grant select on offers to anon;
grant select, insert, update on offers to authenticated;
grant select, insert, update, delete on offers to service_role;

alter table payout_accounts enable row level security;
alter table payout_accounts force row level security;
create policy select_current on payout_accounts for select to anon, authenticated
  using (organization_id = (select current_organization()));
create policy all_owner on payout_accounts for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('payouts.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('payouts.manage')));
create policy all_service on payout_accounts for all to service_role using (true) with check (true);
grant select (organization_id, id, status) on payout_accounts to anon;
grant select (organization_id, id, status, provider) on payout_accounts to authenticated;
grant insert, update on payout_accounts to authenticated;
grant select, insert, update, delete on payout_accounts to service_role;

alter table checkouts enable row level security;
alter table checkouts force row level security;
create policy select_books on checkouts for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy select_own on checkouts for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));
create policy all_service on checkouts for all to service_role using (true) with check (true);
grant select on checkouts to authenticated;
grant select, insert, update, delete on checkouts to service_role;

alter table orders enable row level security;
alter table orders force row level security;
create policy select_books on orders for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy select_own on orders for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));
create policy all_service on orders for all to service_role using (true) with check (true);
grant select on orders to authenticated;
grant select, insert, update, delete on orders to service_role;

alter table refunds enable row level security;
alter table refunds force row level security;
create policy select_books on refunds for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy all_service on refunds for all to service_role using (true) with check (true);
grant select on refunds to authenticated;
grant select, insert, update, delete on refunds to service_role;

alter table order_notes enable row level security;
alter table order_notes force row level security;
create policy select_books on order_notes for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy all_service on order_notes for all to service_role using (true) with check (true);
grant select on order_notes to authenticated;
grant select, insert, update, delete on order_notes to service_role;

alter table ledger_accounts enable row level security;
alter table ledger_accounts force row level security;
create policy select_books on ledger_accounts for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy all_service on ledger_accounts for all to service_role using (true) with check (true);
grant select on ledger_accounts to authenticated;
grant select, insert on ledger_accounts to service_role;

alter table ledger_transactions enable row level security;
alter table ledger_transactions force row level security;
create policy select_books on ledger_transactions for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy all_service on ledger_transactions for all to service_role using (true) with check (true);
grant select on ledger_transactions to authenticated;
grant select, insert on ledger_transactions to service_role;

alter table ledger_entries enable row level security;
alter table ledger_entries force row level security;
create policy select_books on ledger_entries for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy all_service on ledger_entries for all to service_role using (true) with check (true);
grant select on ledger_entries to authenticated;
grant select, insert on ledger_entries to service_role;

-- Both tables are new in this release and empty.
-- squawk-ignore constraint-missing-not-valid, adding-foreign-key-constraint
alter table enrolments add foreign key (organization_id, order_id) references orders (organization_id, id);
