-- Two rules about people that no use case may get wrong, not even two of them at the same moment.

-- A school always has an owner. The lock lets two owners who demote each other go one after the other.
create function keep_an_owner() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('owners:' || old.organization_id::text, 0));
      if not exists (
        select 1 from public.organization_memberships m
        where m.organization_id = old.organization_id and m.id <> old.id and m.role = 'owner' and m.deleted_at is null
      ) then
        raise exception 'a school keeps at least one owner' using errcode = 'check_violation', constraint = 'organization_keeps_an_owner';
      end if;
      return new;
    end
  $$;
revoke execute on function keep_an_owner() from public;
create trigger keep_an_owner before update of role, deleted_at on organization_memberships for each row
  when (old.role = 'owner' and old.deleted_at is null and (new.role <> 'owner' or new.deleted_at is not null))
  execute function keep_an_owner();

-- One person who turned out to be two: everything that points at `gone` points at `kept` afterwards. Where the two
-- hold the same thing (the same course, the same school), what `kept` has stands and the other row stays behind.
create function merge_users(gone uuid, kept uuid) returns integer
  language plpgsql set search_path = ''
  as $$
    declare
      pointer record;
      found_row tid;
      moved integer := 0;
    begin
      for pointer in
        select c.conrelid::regclass as table_name, a.attname as column_name
        from pg_catalog.pg_constraint c
        join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'public.users'::regclass and cardinality(c.conkey) = 1
        order by 1, 2
      loop
        for found_row in execute format('select ctid from %s where %I = $1', pointer.table_name, pointer.column_name) using gone loop
          begin
            execute format('update %s set %I = $1 where ctid = $2', pointer.table_name, pointer.column_name) using kept, found_row;
            moved := moved + 1;
          exception when unique_violation then null;
          end;
        end loop;
      end loop;
      return moved;
    end
  $$;
comment on function merge_users(uuid, uuid) is 'Owner: identity. Moves what belongs to one user to another; runs with the rights of its caller, which is the system.';
revoke execute on function merge_users(uuid, uuid) from public;
grant execute on function merge_users(uuid, uuid) to service_role;
