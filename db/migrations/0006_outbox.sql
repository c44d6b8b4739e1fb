-- Facts of the past, written in the transaction that made them, and their delivery to each subscriber.
create table outbox_events (
  organization_id uuid not null references organizations (id) on delete cascade,
  id uuid not null,
  name text not null,
  version integer not null default 1,
  payload jsonb not null,
  occurred_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
comment on table outbox_events is 'Owner: platform/events. Appended by use cases; the worker delivers each to its subscribers.';
create index outbox_events_recent on outbox_events (organization_id, created_at desc);
create trigger set_updated_at before update on outbox_events for each row execute function set_updated_at();

create table outbox_deliveries (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  event_id uuid not null,
  subscriber text not null,
  status text not null default 'pending' check (status in ('pending', 'completed', 'failed')),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, event_id, subscriber),
  foreign key (organization_id, event_id) references outbox_events (organization_id, id) on delete cascade
);
comment on table outbox_deliveries is 'Owner: platform/events. One row for an event and a subscriber: what makes delivery idempotent.';
create trigger set_updated_at before update on outbox_deliveries for each row execute function set_updated_at();

alter table outbox_events enable row level security;
alter table outbox_events force row level security;
create policy insert_current on outbox_events for insert to authenticated
  with check (organization_id = (select current_organization()));
create policy all_service on outbox_events for all to service_role using (true) with check (true);
grant insert on outbox_events to authenticated;
grant select, insert, update, delete on outbox_events to service_role;

alter table outbox_deliveries enable row level security;
alter table outbox_deliveries force row level security;
create policy all_service on outbox_deliveries for all to service_role using (true) with check (true);
grant select, insert, update, delete on outbox_deliveries to service_role;

create table worker_heartbeats (
  worker_id text primary key,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table worker_heartbeats is 'Owner: platform/jobs. A worker that has not been seen for a while is not well; health reads this.';
create trigger set_updated_at before update on worker_heartbeats for each row execute function set_updated_at();
alter table worker_heartbeats enable row level security;
alter table worker_heartbeats force row level security;
create policy all_service on worker_heartbeats for all to service_role using (true) with check (true);
grant select, insert, update, delete on worker_heartbeats to service_role;
