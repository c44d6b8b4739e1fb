-- The inbox: every outside event once, with its status.
create table webhook_events (
  id uuid primary key default gen_random_uuid(),
  provider text not null check (provider in ('builtin', 'clerk', 'stripe', 'stripe-connect', 'zoom', 'calendly', 'resend')),
  event_id text not null,
  event_type text not null,
  payload jsonb not null,
  body_sha256 text not null default '',
  occurred_at timestamptz not null default now(),
  status text not null default 'pending' check (status in ('pending', 'completed', 'failed')),
  attempts integer not null default 0,
  deliveries integer not null default 1,
  error text,
  waiting_on text,
  handled_by text check (handled_by in ('fast', 'queue')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,
  processed_at timestamptz,
  unique (provider, event_id)
);
comment on table webhook_events is 'Owner: platform/inbox. Each outside event once; effect and completion are one transaction.';
create index webhook_events_recent on webhook_events (created_at desc);
create index webhook_events_open on webhook_events (status, created_at) where status <> 'completed';
create index webhook_events_waiting on webhook_events (waiting_on) where waiting_on is not null;
create trigger set_updated_at before update on webhook_events for each row execute function set_updated_at();

alter table webhook_events enable row level security;
alter table webhook_events force row level security;
create policy all_service on webhook_events for all to service_role using (true) with check (true);
-- The trigger on better_auth.user writes here in Better Auth's own transaction, as the owner of its function.
create policy insert_trigger on webhook_events for insert to current_user with check (true);
grant select, insert, update, delete on webhook_events to service_role;
