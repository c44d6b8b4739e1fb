-- A first import writes a hundred thousand rows in less time than the database takes to notice that it must look at
-- its tables anew. Until then it plans for empty ones, and each page costs as much as all pages before it.
create function analyze_synced() returns void
  language plpgsql security definer set search_path = ''
  as $$
    begin
      analyze public.users, public.user_identities, public.organizations, public.organization_memberships, public.sync_states;
    end
  $$;
comment on function analyze_synced() is 'Lets the planner look at the tables that an import fills; only their owner may. Reads no row out.';
revoke execute on function analyze_synced() from public;
grant execute on function analyze_synced() to service_role;
