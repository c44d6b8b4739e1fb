-- What makes an account of the built-in identity safer than its password: a second factor, and passkeys.

-- Better Auth notes here whether a second factor is asked for.
alter table better_auth."user" add column "twoFactorEnabled" boolean not null default false;

-- The seed and the recovery codes are encrypted by Better Auth under a key that comes from APP_SECRET.
create table better_auth.two_factor (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null unique references better_auth."user" (id) on delete cascade,
  verified boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" timestamptz
);
comment on table better_auth.two_factor is 'Owner: providers/better-auth. The authenticator app of an account: its seed and recovery codes, encrypted.';

create table better_auth.passkey (
  id text primary key,
  name text,
  "publicKey" text not null,
  "userId" text not null references better_auth."user" (id) on delete cascade,
  "credentialID" text not null unique,
  counter bigint not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamptz default now(),
  "lastUsedAt" timestamptz,
  aaguid text
);
comment on table better_auth.passkey is 'Owner: providers/better-auth. Public keys that sign in; the private ones never leave their devices.';
create index passkey_person on better_auth.passkey ("userId");

grant select, insert, update, delete on better_auth.two_factor, better_auth.passkey to cove_auth_group;

-- What is kept for an account by its id alone ends with it too: trusted devices, half-done sign-ins, new addresses.
create or replace function better_auth.forget_links() returns trigger
  language plpgsql set search_path = ''
  as $$
    begin
      delete from better_auth.verification where position('"' || lower(old.email) || '"' in lower(value)) > 0;
      delete from better_auth.verification where value = old.id or position('"' || old.id || '"' in value) > 0;
      return null;
    end
  $$;

-- However a session ends, every web process hears of it, so that pages that lie open elsewhere end with it.
create function better_auth.tell_sessions_end() returns trigger
  language plpgsql set search_path = ''
  as $$
    begin
      perform pg_notify('cove_live', 'sessions-end:' || "userId") from (select distinct "userId" from ended) people;
      return null;
    end
  $$;
create trigger tell_sessions_end after delete on better_auth.session referencing old table as ended
  for each statement execute function better_auth.tell_sessions_end();
