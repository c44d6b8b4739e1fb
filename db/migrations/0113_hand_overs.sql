-- A domain of a school's own cannot see the installation's cookies. It gets a session of its own for each browser, which
-- hangs on the one it was made from and ends with it, whoever ends that one.
create table better_auth.host_session (
  id text primary key,
  "sessionId" text not null references better_auth.session (id) on delete cascade,
  host text not null,
  "tokenHash" text not null unique,
  "createdAt" timestamptz not null default now()
);
comment on table better_auth.host_session is 'A session on a school''s own domain, good there alone. Only the hash of its secret is kept.';
create index host_session_parent on better_auth.host_session ("sessionId");
create index host_session_host on better_auth.host_session (host);

create table better_auth.hand_over (
  "codeHash" text primary key,
  "sessionId" text not null references better_auth.session (id) on delete cascade,
  host text not null,
  "nonceHash" text not null,
  "createdAt" timestamptz not null default now(),
  "usedAt" timestamptz
);
comment on table better_auth.hand_over is 'Codes that carry a session to another host, once: for one host, one browser, and a minute.';
create index hand_over_parent on better_auth.hand_over ("sessionId");
create index hand_over_age on better_auth.hand_over ("createdAt");

grant select, insert, update, delete on better_auth.host_session, better_auth.hand_over to cove_auth_group;
