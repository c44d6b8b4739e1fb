-- What a school asks its people to agree to. A text that is published is a version that nobody changes any more; what
-- somebody answered is a line of its own, and the last one counts.
create table consent_documents (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  is_required boolean not null,
  asks_at_entry boolean not null,
  asks_at_checkout boolean not null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on table consent_documents is 'Owner: consents. A text of the school, such as its terms: whether people must agree to it, and when they are asked.';
comment on column consent_documents.is_required is 'Without agreeing nobody buys or learns here; else they may say no, and take back a yes.';
create trigger set_updated_at before update on consent_documents for each row execute function set_updated_at();

create table consent_versions (
  organization_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  number integer check (number > 0),
  title text not null check (length(title) between 1 and 120),
  body_html text not null default '' check (length(body_html) <= 200000),
  change_note text not null default '' check (length(change_note) <= 500),
  binding_at timestamptz,
  published_at timestamptz,
  published_by uuid references users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, document_id, id),
  unique (organization_id, document_id, number),
  foreign key (organization_id, document_id) references consent_documents (organization_id, id),
  check ((published_at is null) = (number is null) and (published_at is null) = (binding_at is null))
);
comment on table consent_versions is 'Owner: consents. A document''s text. Without a date it is the draft; once published it stays as it is.';
comment on column consent_versions.binding_at is 'Until then who was here before may put off agreeing to it.';
create unique index consent_versions_draft on consent_versions (organization_id, document_id) where published_at is null;
create index consent_versions_published on consent_versions (organization_id, published_at);
create index consent_versions_published_by on consent_versions (published_by) where published_by is not null;
create trigger set_updated_at before update on consent_versions for each row execute function set_updated_at();

create function keep_published_text() returns trigger
  language plpgsql set search_path = ''
  as $$
    begin
      if old.published_at is not null and row(new.document_id, new.number, new.title, new.body_html, new.change_note, new.binding_at, new.published_at)
        is distinct from row(old.document_id, old.number, old.title, old.body_html, old.change_note, old.binding_at, old.published_at) then
        raise exception 'a version that people may have agreed to is not changed' using errcode = 'check_violation';
      end if;
      return new;
    end
  $$;
comment on function keep_published_text() is 'A published version stays as it was read, whoever asks.';
create trigger keep_published_text before update on consent_versions for each row execute function keep_published_text();

create table consent_answers (
  organization_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  version_id uuid not null,
  user_id uuid references users (id),
  checkout_id uuid,
  answer text not null check (answer in ('agreed', 'declined', 'withdrawn')),
  asked_at_moment text not null check (asked_at_moment in ('entry', 'checkout', 'account')),
  answered_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, document_id, version_id) references consent_versions (organization_id, document_id, id),
  foreign key (organization_id, checkout_id) references checkouts (organization_id, id) on delete cascade,
  check (user_id is not null or checkout_id is not null)
);
comment on table consent_answers is 'Owner: consents. Who agreed, said no, or took it back: to which version, when and where. Lines are added, never changed; the last one counts.';
comment on column consent_answers.user_id is 'Null while a visitor''s checkout is not paid: then nobody has agreed yet.';
create index consent_answers_person on consent_answers (organization_id, user_id, document_id, answered_at desc, id desc);
create index consent_answers_version on consent_answers (organization_id, document_id, version_id);
create index consent_answers_checkout on consent_answers (organization_id, checkout_id) where checkout_id is not null;
create index consent_answers_user on consent_answers (user_id);
create trigger set_updated_at before update on consent_answers for each row execute function set_updated_at();

alter table consent_documents enable row level security;
alter table consent_documents force row level security;
create policy select_public on consent_documents for select to anon, authenticated
  using (organization_id = (select current_organization()));
create policy insert_manager on consent_documents for insert to authenticated
  with check (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy update_manager on consent_documents for update to authenticated
  using (organization_id = (select current_organization()) and (select current_may('school.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy delete_manager on consent_documents for delete to authenticated
  using (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy all_service on consent_documents for all to service_role using (true) with check (true);
grant select on consent_documents to anon;
grant select, insert, update, delete on consent_documents to authenticated;
grant select, insert, update, delete on consent_documents to service_role;

alter table consent_versions enable row level security;
alter table consent_versions force row level security;
create policy select_public on consent_versions for select to anon, authenticated
  using (organization_id = (select current_organization()) and published_at is not null);
create policy select_manager on consent_versions for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy insert_manager on consent_versions for insert to authenticated
  with check (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy update_manager on consent_versions for update to authenticated
  using (organization_id = (select current_organization()) and published_at is null and (select current_may('school.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('school.manage')));
create policy delete_manager on consent_versions for delete to authenticated
  using (organization_id = (select current_organization()) and published_at is null and (select current_may('school.manage')));
create policy all_service on consent_versions for all to service_role using (true) with check (true);
grant select on consent_versions to anon;
grant select, insert, update, delete on consent_versions to authenticated;
grant select, insert, update, delete on consent_versions to service_role;

alter table consent_answers enable row level security;
alter table consent_answers force row level security;
create policy select_own on consent_answers for select to authenticated
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));
create policy select_staff on consent_answers for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('people.read')));
create policy insert_own on consent_answers for insert to authenticated
  with check (organization_id = (select current_organization()) and user_id = (select current_user_id())
    and version_id in (select v.id from consent_versions v where v.organization_id = (select current_organization()) and v.published_at is not null));
create policy all_service on consent_answers for all to service_role using (true) with check (true);
grant select, insert on consent_answers to authenticated;
grant select, insert, update, delete on consent_answers to service_role;

-- The foot of every public page names the documents, and each has a page of its own.
do $$
  declare shown text;
  begin
    foreach shown in array array['consent_documents', 'consent_versions'] loop
      execute format('create trigger tell_pages_of_insert after insert on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_update after update on %I referencing new table as changed for each statement execute function tell_pages()', shown);
      execute format('create trigger tell_pages_of_delete after delete on %I referencing old table as changed for each statement execute function tell_pages()', shown);
    end loop;
  end
$$;
