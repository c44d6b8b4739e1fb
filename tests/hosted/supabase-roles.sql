-- What a project of Supabase has before anybody uses it, as far as it touches us: its roles, schemas, owners and default
-- grants. Sent by the superuser, who is then nobody's any more: `postgres` has no such rights at Supabase.
create role supabase_admin login superuser createdb createrole replication bypassrls password 'of the host';
create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role authenticator login noinherit password 'of the host';
grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role to postgres;
create role supabase_auth_admin noinherit createrole login password 'of the host';
create role supabase_storage_admin noinherit createrole login password 'of the host';
create role supabase_replication_admin login replication password 'of the host';
create role supabase_read_only_user login bypassrls password 'of the host';
create role dashboard_user nosuperuser createdb createrole replication;
create role pgbouncer login password 'of the pooler';
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role authenticator set statement_timeout = '8s';
alter role postgres set search_path to "$user", public, extensions;
alter role supabase_admin set search_path to "$user", public, auth, extensions;

create schema extensions authorization postgres;
create extension if not exists pgcrypto with schema extensions;
grant usage on schema extensions to postgres, anon, authenticated, service_role;
create schema graphql_public authorization supabase_admin;
create schema realtime authorization supabase_admin;
create schema vault authorization supabase_admin;

create schema auth authorization supabase_admin;
create table auth.users (id uuid primary key, aud text, role text, email text unique, encrypted_password text, raw_user_meta_data jsonb, created_at timestamptz, updated_at timestamptz);
create table auth.sessions (id uuid primary key, user_id uuid not null references auth.users (id) on delete cascade, created_at timestamptz);
create function auth.uid() returns uuid language sql stable as $$ select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''), (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'))::uuid $$;
create function auth.jwt() returns jsonb language sql stable as $$ select coalesce(nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), ''))::jsonb $$;
create function auth.role() returns text language sql stable as $$ select auth.jwt() ->> 'role' $$;
alter table auth.users owner to supabase_auth_admin;
alter table auth.sessions owner to supabase_auth_admin;
grant usage on schema auth to anon, authenticated, service_role, postgres;
grant all on schema auth to supabase_auth_admin, dashboard_user;

create schema storage authorization supabase_admin;
create table storage.buckets (id text primary key, name text unique, owner uuid, public boolean default false, created_at timestamptz default now());
create table storage.objects (id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets (id), name text, owner uuid, metadata jsonb);
alter table storage.buckets owner to supabase_storage_admin;
alter table storage.objects owner to supabase_storage_admin;
alter table storage.objects enable row level security;
grant usage on schema storage to postgres, anon, authenticated, service_role;
grant all on schema storage to supabase_storage_admin, dashboard_user;
grant all on all tables in schema storage to postgres, anon, authenticated, service_role;

grant usage, create on schema public to postgres;
grant usage on schema public to anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on sequences to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public grant all on sequences to postgres, anon, authenticated, service_role;

create schema pgbouncer authorization pgbouncer;
create function pgbouncer.get_auth(wanted text) returns table (username text, password text) language sql security definer as
  $$ select usename::text, passwd::text from pg_catalog.pg_shadow where usename = wanted $$;
alter function pgbouncer.get_auth(text) owner to supabase_admin;
revoke all on function pgbouncer.get_auth(text) from public;
grant execute on function pgbouncer.get_auth(text) to pgbouncer;
