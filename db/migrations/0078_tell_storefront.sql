-- Kept pages hear of the first page too: of what is published, and of the pictures that it shows.
do $$
  declare shown text;
  begin
    foreach shown in array array['storefront_versions', 'storefront_pictures'] loop
      execute format('create trigger tell_pages_of_insert after insert on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_update after update on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_delete after delete on %I referencing old table as changed for each statement execute function tell_pages()', shown);
    end loop;
  end
$$;
