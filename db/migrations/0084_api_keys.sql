-- API keys: with one a school's own program asks `/api/v1`. A key acts within its scopes and never does more than the
-- person who made it may do that day.
create table api_keys (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  prefix text not null,
  secret_hash text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array[
    'courses:read', 'people:read', 'people:write', 'enrolments:read', 'enrolments:write', 'orders:read', 'coupons:read', 'webhooks:read']),
  made_by uuid references users (id) on delete set null,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references users (id) on delete set null,
  last_used_at timestamptz,
  window_started_at timestamptz,
  window_used integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on table api_keys is 'Owner: api-keys. Of the key itself only the hash is kept; prefix is how people recognise it.';
comment on column api_keys.made_by is 'In whose name it acts. Null once that person is gone: then it opens nothing any more.';
comment on column api_keys.window_used is 'Requests since window_started_at, so that all web processes count together.';
create index api_keys_maker on api_keys (made_by);
create index api_keys_revoker on api_keys (revoked_by);
create trigger set_updated_at before update on api_keys for each row execute function set_updated_at();

-- The first answer to a request that came with an Idempotency-Key, given again when it comes again.
create table api_answers (
  organization_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  idempotency_key text not null check (length(idempotency_key) between 1 and 255),
  request_hash text not null,
  status integer not null default 0,
  body jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, key_id, idempotency_key),
  foreign key (organization_id, key_id) references api_keys (organization_id, id) on delete cascade
);
comment on table api_answers is 'Owner: api-keys. Written in the transaction of what was asked for; forgotten after a day.';
create index api_answers_old on api_answers (created_at);
create trigger set_updated_at before update on api_answers for each row execute function set_updated_at();

-- Which websites may ask the API from a browser.
create table api_origins (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  origin text not null check (length(origin) between 1 and 300),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, origin)
);
comment on table api_origins is 'Owner: api-keys. Origins that browsers are told to let through; a key is needed all the same.';
create trigger set_updated_at before update on api_origins for each row execute function set_updated_at();

-- What a scope may do at most. Equal to src/modules/api-keys/scope-permissions.ts by a test.
create function permissions_of_scope(scope text) returns text[]
  language sql immutable parallel safe
  return case scope
    when 'courses:read' then array['courses.manage']
    when 'people:read' then array['people.read', 'people.addresses']
    when 'people:write' then array['people.read', 'people.addresses', 'people.manage']
    when 'enrolments:read' then array['progress.read']
    when 'enrolments:write' then array['progress.read', 'people.read', 'enrolments.manage']
    when 'orders:read' then array['orders.read']
    when 'coupons:read' then array['offers.manage']
    when 'webhooks:read' then array['webhooks.manage']
    else array[]::text[]
  end;
comment on function permissions_of_scope(text) is 'The permissions that a request under a scope of an API key holds, if the one who made the key holds them too.';
revoke execute on function permissions_of_scope(text) from public;

-- The claims of a key's request name what it may at most; a person's do not.
create or replace function current_may(wanted text) returns boolean
  language plpgsql stable parallel safe set search_path = ''
  as $$
    declare door jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o';
    begin
      if door ? 'may' and not door -> 'may' ? wanted then return false; end if;
      return exists (select 1 from public.role_permissions where permission = wanted and role = door ->> 'rol');
    end
  $$;

create function current_api_key() returns uuid
  language plpgsql stable parallel safe set search_path = ''
  as $$ begin return (nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o' ->> 'key')::uuid; end $$;
comment on function current_api_key() is 'The API key that asks; null for people.';
revoke execute on function current_api_key() from public;
grant execute on function current_api_key() to authenticated;

create function take_api_key(hash text, tenant uuid) returns table (key_id uuid, made_by uuid, scopes text[], used integer, seconds_left integer)
  language sql volatile security definer set search_path = ''
  as $$
    update public.api_keys k set
      last_used_at = now(),
      window_used = case when k.window_started_at > now() - interval '1 minute' then k.window_used + 1 else 1 end,
      window_started_at = case when k.window_started_at > now() - interval '1 minute' then k.window_started_at else now() end
    from public.organization_memberships m, public.role_permissions p
    where k.secret_hash = hash and k.organization_id = tenant and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
      and m.organization_id = tenant and m.user_id = k.made_by and m.deleted_at is null
      and p.role = m.role and p.permission = 'api-keys.manage'
    returning k.id, k.made_by, k.scopes, k.window_used, greatest(1, ceil(extract(epoch from k.window_started_at + interval '1 minute' - now())))::integer
  $$;
comment on function take_api_key(text, uuid) is 'Knows a key by its hash in its own school alone, counts the request, and says what the key may. No row for keys that are unknown, over, or whose maker runs the school no more.';
revoke execute on function take_api_key(text, uuid) from public;
grant execute on function take_api_key(text, uuid) to anon;

create function open_tenant_by_key(hash text, tenant uuid, scope text) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
    declare found record;
    begin
      select k.id, m.role into found
      from public.api_keys k
      join public.organization_memberships m on m.organization_id = k.organization_id and m.user_id = k.made_by and m.deleted_at is null
      join public.role_permissions p on p.role = m.role and p.permission = 'api-keys.manage'
      where k.secret_hash = hash and k.organization_id = tenant and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
        and scope = any (k.scopes);
      perform set_config('request.jwt.claims', jsonb_build_object('sub', null, 'o', jsonb_build_object(
        'id', tenant, 'rol', found.role, 'key', found.id,
        'may', case when found.id is null then '[]'::jsonb else to_jsonb(public.permissions_of_scope(scope)) end))::text, true);
      return found.role;
    end
  $$;
comment on function open_tenant_by_key(text, uuid, text) is 'Makes the claims of a key''s transaction: nobody''s own rows, and no permission that the scope does not name.';
revoke execute on function open_tenant_by_key(text, uuid, text) from public;
grant execute on function open_tenant_by_key(text, uuid, text) to authenticated;

alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy select_manager on api_keys for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('api-keys.manage')));
create policy insert_manager on api_keys for insert to authenticated
  with check (organization_id = (select current_organization()) and (select current_may('api-keys.manage')));
create policy update_manager on api_keys for update to authenticated
  using (organization_id = (select current_organization()) and (select current_may('api-keys.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('api-keys.manage')));
create policy all_service on api_keys for all to service_role using (true) with check (true);
create policy select_helper on api_keys for select to current_user using (true);
create policy update_helper on api_keys for update to current_user using (true) with check (true);
-- What a key may, and what it is, does not change: whoever wants another makes another.
grant select, insert on api_keys to authenticated;
grant update (revoked_at, revoked_by) on api_keys to authenticated;
grant select, insert, update, delete on api_keys to service_role;

alter table api_answers enable row level security;
alter table api_answers force row level security;
create policy select_key on api_answers for select to authenticated
  using (organization_id = (select current_organization()) and key_id = (select current_api_key()));
create policy insert_key on api_answers for insert to authenticated
  with check (organization_id = (select current_organization()) and key_id = (select current_api_key()));
create policy update_key on api_answers for update to authenticated
  using (organization_id = (select current_organization()) and key_id = (select current_api_key()))
  with check (organization_id = (select current_organization()) and key_id = (select current_api_key()));
create policy all_service on api_answers for all to service_role using (true) with check (true);
grant select, insert on api_answers to authenticated;
grant update (status, body) on api_answers to authenticated;
grant select, insert, update, delete on api_answers to service_role;

alter table api_origins enable row level security;
alter table api_origins force row level security;
-- Whether an origin is let through is what a preflight tells everybody who asks.
create policy select_everyone on api_origins for select to anon, authenticated
  using (organization_id = (select current_organization()));
create policy insert_manager on api_origins for insert to authenticated
  with check (organization_id = (select current_organization()) and (select current_may('api-keys.manage')));
create policy delete_manager on api_origins for delete to authenticated
  using (organization_id = (select current_organization()) and (select current_may('api-keys.manage')));
create policy all_service on api_origins for all to service_role using (true) with check (true);
grant select on api_origins to anon;
grant select, insert, delete on api_origins to authenticated;
grant select, insert, update, delete on api_origins to service_role;

insert into role_permissions (role, permission) values ('owner', 'api-keys.manage'), ('admin', 'api-keys.manage');
