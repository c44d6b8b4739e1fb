-- A lesson that is free for everybody is kept as the other public pages are: they hear of its text and of what is attached.
do $$
  declare shown text;
  begin
    foreach shown in array array['lesson_contents', 'lesson_attachments'] loop
      execute format('create trigger tell_pages_of_insert after insert on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_update after update on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_delete after delete on %I referencing old table as changed for each statement execute function tell_pages()', shown);
    end loop;
  end
$$;
