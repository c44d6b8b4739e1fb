-- Public pages are kept in the memory of web processes. Whatever they show says by itself that it changed, when its
-- transaction commits: no use case has to remember it.
create function tell_pages() returns trigger
  language plpgsql set search_path = ''
  as $$
    begin
      perform pg_notify('cove_live', organization_id || ':pages') from (select distinct organization_id from changed) schools;
      return null;
    end
  $$;
comment on function tell_pages() is 'Says to every web process that public pages of these schools changed. Tables that public pages read have it as a trigger.';

create function tell_pages_of_school() returns trigger
  language plpgsql set search_path = ''
  as $$
    begin
      perform pg_notify('cove_live', id || ':pages') from changed;
      return null;
    end
  $$;
comment on function tell_pages_of_school() is 'As tell_pages, for the schools themselves.';

create trigger tell_pages_of_update after update on organizations referencing new table as changed for each statement execute function tell_pages_of_school();
create trigger tell_pages_of_delete after delete on organizations referencing old table as changed for each statement execute function tell_pages_of_school();

do $$
  declare shown text;
  begin
    foreach shown in array array['courses', 'sections', 'lessons', 'offers', 'files', 'organization_memberships', 'payout_accounts'] loop
      execute format('create trigger tell_pages_of_insert after insert on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_update after update on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_delete after delete on %I referencing old table as changed for each statement execute function tell_pages()', shown);
    end loop;
  end
$$;
