-- Mail: the row first, then the sending.
create table mail_messages (
  id uuid primary key,
  organization_id uuid references organizations (id) on delete cascade,
  idempotency_key text not null unique,
  kind text not null,
  to_address text not null,
  from_name text not null,
  subject text not null,
  html_body text not null,
  text_body text not null,
  status text not null default 'queued' check (status in ('queued', 'sent', 'kept', 'failed')),
  error text,
  provider_message_id text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table mail_messages is 'Owner: messaging. Global, because people are: sign-in mail belongs to no school. Status kept: no mail server is set, the mailbox page shows it.';
create index mail_messages_recent on mail_messages (created_at desc);
create index mail_messages_organization on mail_messages (organization_id) where organization_id is not null;
create trigger set_updated_at before update on mail_messages for each row execute function set_updated_at();
alter table mail_messages enable row level security;
alter table mail_messages force row level security;
create policy all_service on mail_messages for all to service_role using (true) with check (true);
grant select, insert, update, delete on mail_messages to service_role;
