-- Credits stand in the ledger like money does: an account for whoever holds them, one for what the school has issued,
-- and entries of both that sum to nothing. Their unit is one credit, their currency the word 'credits'.
alter table ledger_accounts add column user_id uuid;
alter table ledger_accounts add constraint ledger_accounts_user_id_fkey foreign key (user_id) references users (id) not valid;
comment on column ledger_accounts.user_id is 'Whose credits these are; null for accounts of money, whose buyers are known by address.';
create index ledger_accounts_user on ledger_accounts (user_id) where user_id is not null;
alter table ledger_accounts drop constraint ledger_accounts_kind_check, add constraint ledger_accounts_kind_check
  check (kind in ('buyer', 'processor', 'platform', 'school', 'credits-held', 'credits-issued')) not valid;
alter table ledger_accounts add constraint ledger_accounts_holder_check
  check ((kind = 'credits-held') = (user_id is not null) and (kind like 'credits-%') = (currency = 'credits')) not valid;

-- Whoever gave credits is named with them; money names its order.
-- squawk-ignore ban-drop-not-null
alter table ledger_transactions alter column order_id drop not null;
alter table ledger_transactions add column made_by uuid;
alter table ledger_transactions add constraint ledger_transactions_made_by_fkey foreign key (made_by) references users (id) not valid;
create index ledger_transactions_maker on ledger_transactions (made_by) where made_by is not null;
alter table ledger_transactions drop constraint ledger_transactions_kind_check, add constraint ledger_transactions_kind_check
  check (kind in ('sale', 'processing-fee', 'refund', 'credits-given', 'credits-taken-back')) not valid;
alter table ledger_transactions add constraint ledger_transactions_order_check
  check ((kind like 'credits-%') = (order_id is null) and (kind like 'credits-%') = (made_by is not null)) not valid;

-- When two users become one, what each holds comes together.
grant update (user_id) on ledger_accounts to service_role;
grant update (made_by) on ledger_transactions to service_role;

-- Everybody reads their own: how many, and why.
create policy select_own on ledger_accounts for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));
create policy select_own on ledger_entries for select to authenticated
  using (organization_id = (select current_organization()) and account_id in (
    select a.id from ledger_accounts a where a.organization_id = (select current_organization()) and a.user_id = (select current_user_id())));
create policy select_own on ledger_transactions for select to authenticated
  using (organization_id = (select current_organization()) and made_by is not null and id in (
    select e.transaction_id from ledger_entries e join ledger_accounts a on a.organization_id = e.organization_id and a.id = e.account_id
    where a.organization_id = (select current_organization()) and a.user_id = (select current_user_id())));

insert into role_permissions (role, permission) values ('owner', 'credits.give');
