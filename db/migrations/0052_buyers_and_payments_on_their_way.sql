-- Before anything is sold it is asked whether the address has it already: `hasPaidOrder` compares in small letters.
create index orders_buyer on orders (organization_id, lower(buyer_email));

-- The owner sees what is paid and has yet to arrive, newest first; there are few of them among many checkouts.
create index checkouts_on_their_way on checkouts (organization_id, created_at desc) where status = 'pending';
