-- Built-in identity (Better Auth) in a schema and with a login of its own.
create schema better_auth;
grant usage on schema better_auth to cove_auth_group;

create table better_auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table better_auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references better_auth."user" (id) on delete cascade
);
create index session_person on better_auth.session ("userId");
create table better_auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references better_auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_person on better_auth.account ("userId");
create table better_auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on better_auth.verification (identifier);
create table better_auth.attempts (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
comment on table better_auth.attempts is 'Counters of rate-limiter-flexible: failed sign-ins by account and by address.';

grant select, insert, update, delete on better_auth."user", better_auth.session, better_auth.account, better_auth.verification, better_auth.attempts to cove_auth_group;

-- Facts about people enter by the inbox: the event is written in the same transaction as the person.
create function better_auth.tell_inbox() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
    declare
      fact record := case when tg_op = 'DELETE' then old else new end;
      event uuid := gen_random_uuid();
    begin
      insert into public.webhook_events (id, provider, event_id, event_type, payload, occurred_at)
      values (
        event, 'builtin', 'builtin_' || event,
        case tg_op when 'INSERT' then 'user.created' when 'UPDATE' then 'user.updated' else 'user.deleted' end,
        jsonb_build_object('id', fact.id, 'name', fact.name, 'email', fact.email,
          'email_verified', fact."emailVerified", 'image', fact.image),
        clock_timestamp()
      );
      perform jobs.enqueue('process-inbox-event', json_build_object('id', event), event::text, now() + interval '1 second');
      return null;
    end
  $$;
create trigger tell_inbox after insert or delete on better_auth."user" for each row execute function better_auth.tell_inbox();
create trigger tell_inbox_of_change after update on better_auth."user" for each row
  when ((old.name, old.email, old."emailVerified", old.image) is distinct from (new.name, new.email, new."emailVerified", new.image))
  execute function better_auth.tell_inbox();
