-- The customers of a school are its orders by person, and the last of each.
create index orders_customer on orders (organization_id, user_id, placed_at desc, id desc);
