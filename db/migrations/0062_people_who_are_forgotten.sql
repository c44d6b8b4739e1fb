-- What names somebody who is gone is taken out of the books too: an address stands in the name of an account and in the
-- words of a transaction. Amounts, and the entries that make them, stay out of everybody's reach.
grant update (holder, updated_at) on ledger_accounts to service_role;
grant update (description, updated_at) on ledger_transactions to service_role;

-- What was sent to an address, or begun under it by someone who had not signed in, is found by the address.
create index checkouts_visitor on checkouts (lower(email)) where user_id is null;
create index mail_messages_address on mail_messages (lower(to_address));
create index organization_invitations_address on organization_invitations (lower(email));

-- A link that was asked for and never used names its reader until it is over. With the account it goes at once.
create function better_auth.forget_links() returns trigger
  language plpgsql set search_path = ''
  as $$
    begin
      delete from better_auth.verification where position('"' || lower(old.email) || '"' in lower(value)) > 0;
      return null;
    end
  $$;
revoke execute on function better_auth.forget_links() from public;
create trigger forget_links after delete on better_auth."user" for each row execute function better_auth.forget_links();
