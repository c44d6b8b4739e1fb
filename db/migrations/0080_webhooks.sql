-- Outgoing webhooks: what happened in a school, told to programs of the school's own by the Standard Webhooks.
create table webhook_endpoints (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  url text not null,
  description text not null default '',
  facts text[] not null,
  state text not null default 'on' check (state in ('on', 'off', 'gone', 'failing')),
  secret_sealed text not null,
  previous_secret_sealed text,
  previous_secret_until timestamptz,
  failing_since timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on table webhook_endpoints is 'Owner: webhooks. Where a school wants facts to be sent. Its secrets are sealed with the installation''s own.';
comment on column webhook_endpoints.state is 'off: by a person. gone: it answered 410. failing: nothing got through for days.';
comment on column webhook_endpoints.failing_since is 'When it first failed after it last answered well; null while all is well.';
create trigger set_updated_at before update on webhook_endpoints for each row execute function set_updated_at();

create table webhook_deliveries (
  organization_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid,
  type text not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'held')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, endpoint_id, event_id),
  foreign key (organization_id, endpoint_id) references webhook_endpoints (organization_id, id) on delete cascade,
  foreign key (organization_id, event_id) references outbox_events (organization_id, id) on delete cascade
);
comment on table webhook_deliveries is 'Owner: webhooks. One fact on its way to one endpoint; its id is the webhook-id. Holds ids and figures, no names.';
comment on column webhook_deliveries.event_id is 'The fact in the outbox; null for a test that a person sent.';
comment on column webhook_deliveries.attempts is 'Tries since it was sent, or sent again. All tries stand in webhook_tries.';
comment on column webhook_deliveries.status is 'held: the endpoint was switched off before it got through.';
create index webhook_deliveries_newest on webhook_deliveries (organization_id, endpoint_id, created_at desc, id desc);
create index webhook_deliveries_event on webhook_deliveries (organization_id, event_id);
create index webhook_deliveries_due on webhook_deliveries (next_attempt_at) where status = 'pending';
create trigger set_updated_at before update on webhook_deliveries for each row execute function set_updated_at();

create table webhook_tries (
  organization_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  outcome text not null check (outcome in ('answered', 'timed-out', 'refused', 'unreachable')),
  answer_status integer,
  answer_start text not null default '',
  reason text,
  duration_ms integer not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, delivery_id) references webhook_deliveries (organization_id, id) on delete cascade
);
comment on table webhook_tries is 'Owner: webhooks. What came of each try: the answer''s status and first bytes, or why there was none.';
create index webhook_tries_of_delivery on webhook_tries (organization_id, delivery_id, created_at);

alter table webhook_endpoints enable row level security;
alter table webhook_endpoints force row level security;
create policy all_manager on webhook_endpoints for all to authenticated
  using (organization_id = (select current_organization()) and (select current_may('webhooks.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('webhooks.manage')));
create policy all_service on webhook_endpoints for all to service_role using (true) with check (true);
grant select, insert, update, delete on webhook_endpoints to authenticated, service_role;

alter table webhook_deliveries enable row level security;
alter table webhook_deliveries force row level security;
create policy select_manager on webhook_deliveries for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('webhooks.manage')));
create policy insert_manager on webhook_deliveries for insert to authenticated
  with check (organization_id = (select current_organization()) and (select current_may('webhooks.manage')));
create policy update_manager on webhook_deliveries for update to authenticated
  using (organization_id = (select current_organization()) and (select current_may('webhooks.manage')))
  with check (organization_id = (select current_organization()) and (select current_may('webhooks.manage')));
create policy all_service on webhook_deliveries for all to service_role using (true) with check (true);
grant select, insert, update on webhook_deliveries to authenticated;
grant select, insert, update, delete on webhook_deliveries to service_role;

alter table webhook_tries enable row level security;
alter table webhook_tries force row level security;
create policy select_manager on webhook_tries for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('webhooks.manage')));
create policy all_service on webhook_tries for all to service_role using (true) with check (true);
grant select on webhook_tries to authenticated;
-- What came of a try does not change.
grant select, insert, delete on webhook_tries to service_role;

insert into role_permissions (role, permission) values ('owner', 'webhooks.manage'), ('admin', 'webhooks.manage');
