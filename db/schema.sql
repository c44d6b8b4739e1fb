-- What the migrations made of the database. Written from its catalogue by db/write-schema.ts; not edited.

-- Tables (74)
create table better_auth.account (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null
);
create table better_auth.attempts (
  key text not null,
  points integer default 0 not null,
  expire bigint
);
comment on table better_auth.attempts is 'Counters of rate-limiter-flexible: failed sign-ins by account and by address.';
create table better_auth.hand_over (
  "codeHash" text not null,
  "sessionId" text not null,
  host text not null,
  "nonceHash" text not null,
  "createdAt" timestamp with time zone default now() not null,
  "usedAt" timestamp with time zone
);
comment on table better_auth.hand_over is 'Codes that carry a session to another host, once: for one host, one browser, and a minute.';
create table better_auth.host_session (
  id text not null,
  "sessionId" text not null,
  host text not null,
  "tokenHash" text not null,
  "createdAt" timestamp with time zone default now() not null
);
comment on table better_auth.host_session is 'A session on a school''s own domain, good there alone. Only the hash of its secret is kept.';
create table better_auth.passkey (
  id text not null,
  name text,
  "publicKey" text not null,
  "userId" text not null,
  "credentialID" text not null,
  counter bigint not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamp with time zone default now(),
  "lastUsedAt" timestamp with time zone,
  aaguid text
);
comment on table better_auth.passkey is 'Owner: providers/better-auth. Public keys that sign in; the private ones never leave their devices.';
create table better_auth.session (
  id text not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null
);
create table better_auth.two_factor (
  id text not null,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null,
  verified boolean default true not null,
  "failedVerificationCount" integer default 0 not null,
  "lockedUntil" timestamp with time zone
);
comment on table better_auth.two_factor is 'Owner: providers/better-auth. The authenticator app of an account: its seed and recovery codes, encrypted.';
create table better_auth."user" (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean default false not null,
  image text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "twoFactorEnabled" boolean default false not null
);
create table better_auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null
);
create table jobs.sends (
  job_id bigint not null,
  revision integer not null,
  times integer default 1 not null,
  again_at timestamp with time zone not null
);
comment on table jobs.sends is 'Owner: platform/jobs. Jobs that a queue outside was told of. A row may outlive its job by a minute.';
create table public.api_answers (
  organization_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  idempotency_key text not null,
  request_hash text not null,
  status integer default 0 not null,
  body jsonb,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.api_answers is 'Owner: api-keys. Written in the transaction of what was asked for; forgotten after a day.';
alter table public.api_answers enable row level security;
alter table public.api_answers force row level security;
create table public.api_keys (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  prefix text not null,
  secret_hash text not null,
  scopes text[] not null,
  made_by uuid,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  last_used_at timestamp with time zone,
  window_started_at timestamp with time zone,
  window_used integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.api_keys is 'Owner: api-keys. Of the key itself only the hash is kept; prefix is how people recognise it.';
alter table public.api_keys enable row level security;
alter table public.api_keys force row level security;
create table public.api_origins (
  organization_id uuid not null,
  id uuid not null,
  origin text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.api_origins is 'Owner: api-keys. Origins that browsers are told to let through; a key is needed all the same.';
alter table public.api_origins enable row level security;
alter table public.api_origins force row level security;
create table public.bundle_parts (
  organization_id uuid not null,
  id uuid not null,
  bundle_id uuid not null,
  course_id uuid,
  product_id uuid,
  "position" integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.bundle_parts is 'Owner: catalog. What is in a bundle: courses and downloads.';
alter table public.bundle_parts enable row level security;
alter table public.bundle_parts force row level security;
create table public.checkouts (
  organization_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  user_id uuid,
  email text not null,
  token_hash text not null,
  status text default 'open'::text not null,
  title text not null,
  subject_kind text not null,
  subject_id uuid not null,
  amount_cents integer not null,
  currency text not null,
  fee_bps integer not null,
  fee_cents integer not null,
  fee_rounding text default 'half-even'::text not null,
  provider_session_id text,
  provider_url text,
  expires_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  checked_at timestamp with time zone,
  coupon_id uuid,
  coupon_code text,
  discount_cents integer default 0 not null,
  exclusive_subject_id uuid
);
comment on table public.checkouts is 'Owner: commerce. An attempt to buy: price, fee and rounding are fixed here, once.';
alter table public.checkouts enable row level security;
alter table public.checkouts force row level security;
create table public.consent_answers (
  organization_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  version_id uuid not null,
  user_id uuid,
  checkout_id uuid,
  answer text not null,
  asked_at_moment text not null,
  answered_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.consent_answers is 'Owner: consents. Who agreed, said no, or took it back: to which version, when and where. Lines are added, never changed; the last one counts.';
alter table public.consent_answers enable row level security;
alter table public.consent_answers force row level security;
create table public.consent_documents (
  organization_id uuid not null,
  id uuid not null,
  is_required boolean not null,
  asks_at_entry boolean not null,
  asks_at_checkout boolean not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.consent_documents is 'Owner: consents. A text of the school, such as its terms: whether people must agree to it, and when they are asked.';
alter table public.consent_documents enable row level security;
alter table public.consent_documents force row level security;
create table public.consent_versions (
  organization_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  number integer,
  title text not null,
  body_html text default ''::text not null,
  change_note text default ''::text not null,
  binding_at timestamp with time zone,
  published_at timestamp with time zone,
  published_by uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.consent_versions is 'Owner: consents. A document''s text. Without a date it is the draft; once published it stays as it is.';
alter table public.consent_versions enable row level security;
alter table public.consent_versions force row level security;
create table public.coupon_subjects (
  organization_id uuid not null,
  id uuid not null,
  coupon_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.coupon_subjects is 'Owner: commerce. What a coupon is for, by kind and id, where it is not for all.';
alter table public.coupon_subjects enable row level security;
alter table public.coupon_subjects force row level security;
create table public.coupons (
  organization_id uuid not null,
  id uuid not null,
  code text not null,
  kind text not null,
  percent_bps integer,
  amount_cents integer,
  currency text,
  is_for_all boolean default true not null,
  uses_max integer,
  uses_per_person_max integer,
  starts_on date,
  ends_on date,
  archived_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.coupons is 'Owner: commerce. What takes something off a price. Its uses are the checkouts that carry it; nothing counts them but they.';
alter table public.coupons enable row level security;
alter table public.coupons force row level security;
create table public.courses (
  organization_id uuid not null,
  id uuid not null,
  slug text not null,
  title text not null,
  subject text default ''::text not null,
  level text default ''::text not null,
  summary text default ''::text not null,
  description_html text default ''::text not null,
  outcomes text[] default '{}'::text[] not null,
  status text default 'draft'::text not null,
  instructor_membership_id uuid,
  cover_file_id uuid,
  "position" integer default 0 not null,
  published_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  lesson_count integer default 0 not null,
  is_sample boolean default false not null
);
comment on table public.courses is 'Owner: catalog. Draft: the school''s alone; published: listed; unlisted: for those who have the address.';
alter table public.courses enable row level security;
alter table public.courses force row level security;
create table public.custom_fields (
  organization_id uuid not null,
  id uuid not null,
  label text not null,
  hint text default ''::text not null,
  kind text not null,
  choices text[] default '{}'::text[] not null,
  access text default 'staff'::text not null,
  is_required boolean default false not null,
  is_listed boolean default false not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.custom_fields is 'Owner: tenancy. A field that a school asks of its people.';
alter table public.custom_fields enable row level security;
alter table public.custom_fields force row level security;
create table public.custom_values (
  organization_id uuid not null,
  field_id uuid not null,
  membership_id uuid not null,
  user_id uuid not null,
  words text[] not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.custom_values is 'Owner: tenancy. What a field holds for one of the school''s people; no row where it holds nothing.';
alter table public.custom_values enable row level security;
alter table public.custom_values force row level security;
create table public.data_exports (
  id uuid not null,
  user_id uuid not null,
  organization_id uuid,
  state text default 'asked'::text not null,
  size_bytes bigint,
  left_out integer default 0 not null,
  expires_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.data_exports is 'Owner: privacy. A copy of what is known of a person, in one school or in all; goes with its bytes after a week.';
alter table public.data_exports enable row level security;
alter table public.data_exports force row level security;
create table public.departures (
  id uuid not null,
  user_id uuid not null,
  organization_id uuid,
  due_at timestamp with time zone not null,
  held_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.departures is 'Owner: privacy. Somebody is about to leave a school, or delete the account; until it is due they can think better of it.';
alter table public.departures enable row level security;
alter table public.departures force row level security;
create table public.domains (
  organization_id uuid not null,
  id uuid not null,
  host text not null,
  challenge text not null,
  state text default 'pending'::text not null,
  reason text,
  leads_here boolean,
  is_primary boolean default false not null,
  checked_at timestamp with time zone,
  verified_at timestamp with time zone,
  failing_since timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.domains is 'Owner: tenancy. A domain that a school says is its own, and what the DNS said of that.';
alter table public.domains enable row level security;
alter table public.domains force row level security;
create table public.enrolment_orders (
  organization_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  course_id uuid not null,
  user_id uuid not null,
  paid_at timestamp with time zone,
  refunded_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.enrolment_orders is 'Owner: learning. What was heard of each order of a course; an enrolment by order is open while one of them is paid and not refunded.';
alter table public.enrolment_orders enable row level security;
alter table public.enrolment_orders force row level security;
create table public.enrolments (
  organization_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  user_id uuid not null,
  source text not null,
  order_id uuid,
  status text default 'active'::text not null,
  started_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  completed_at timestamp with time zone,
  last_lesson_id uuid,
  last_seen_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.enrolments is 'Owner: learning. Who may learn a course; ended by a refund, begun again by a new order.';
alter table public.enrolments enable row level security;
alter table public.enrolments force row level security;
create table public.files (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  purpose text not null,
  media_type text default 'application/octet-stream'::text not null,
  size_bytes bigint not null,
  received_bytes bigint default 0 not null,
  storage_key text not null,
  sha256 text,
  duration_seconds numeric(10,3),
  status text default 'uploading'::text not null,
  refusal text,
  uploaded_by uuid not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  store_upload_id text
);
comment on table public.files is 'Owner: files. Served only by signed links that expire; who may have a link is decided by reading this row.';
alter table public.files enable row level security;
alter table public.files force row level security;
create table public.invitation_import_rows (
  organization_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  email text not null,
  given_role text not null,
  role text,
  outcome text not null,
  first_row_number integer,
  invitation_id uuid,
  sent_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  custom_values jsonb default '{}'::jsonb not null
);
comment on table public.invitation_import_rows is 'Owner: tenancy. A row of such a file, as a table program numbers it, and what becomes of it.';
alter table public.invitation_import_rows enable row level security;
alter table public.invitation_import_rows force row level security;
create table public.invitation_imports (
  organization_id uuid not null,
  id uuid not null,
  started_by uuid not null,
  state text default 'checked'::text not null,
  unused_columns text[] default '{}'::text[] not null,
  ended_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.invitation_imports is 'Owner: tenancy. A file of people to invite; goes with its rows thirty days after.';
alter table public.invitation_imports enable row level security;
alter table public.invitation_imports force row level security;
create table public.leads (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  email text not null,
  consent_text text not null,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  unsubscribed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.leads is 'Owner: catalog. An address that was left for a free download. It counts once its owner followed the link in the mail.';
alter table public.leads enable row level security;
alter table public.leads force row level security;
create table public.ledger_accounts (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  holder text default ''::text not null,
  currency text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  user_id uuid
);
comment on table public.ledger_accounts is 'Owner: commerce. A balance is the sum of an account''s entries, never a number that is edited.';
alter table public.ledger_accounts enable row level security;
alter table public.ledger_accounts force row level security;
create table public.ledger_entries (
  organization_id uuid not null,
  id uuid not null,
  transaction_id uuid not null,
  account_id uuid not null,
  amount_cents bigint not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.ledger_entries is 'Owner: commerce. Appended, never changed; the entries of a transaction sum to nothing.';
alter table public.ledger_entries enable row level security;
alter table public.ledger_entries force row level security;
create table public.ledger_transactions (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  source_key text not null,
  order_id uuid,
  description text not null,
  posted_at timestamp with time zone default now() not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  made_by uuid
);
comment on table public.ledger_transactions is 'Owner: commerce. The source key says which fact it books, so a fact is booked once.';
alter table public.ledger_transactions enable row level security;
alter table public.ledger_transactions force row level security;
create table public.lesson_attachments (
  organization_id uuid not null,
  id uuid not null,
  lesson_id uuid not null,
  file_id uuid not null,
  "position" integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.lesson_attachments is 'Owner: catalog. Downloads of a lesson, in order.';
alter table public.lesson_attachments enable row level security;
alter table public.lesson_attachments force row level security;
create table public.lesson_contents (
  organization_id uuid not null,
  lesson_id uuid not null,
  body_html text default ''::text not null,
  media_file_id uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.lesson_contents is 'Owner: catalog. What is paid for: read by those enrolled, by the school, and by all where the lesson is a free preview.';
alter table public.lesson_contents enable row level security;
alter table public.lesson_contents force row level security;
create table public.lesson_progress (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  course_id uuid not null,
  lesson_id uuid not null,
  position_seconds numeric(10,3) default 0 not null,
  watched int4multirange default '{}'::int4multirange not null,
  watched_seconds integer default 0 not null,
  completed_at timestamp with time zone,
  completed_by text,
  started_at timestamp with time zone default now() not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  last_report_at timestamp with time zone,
  spare_seconds numeric(10,3) default 0 not null
);
comment on table public.lesson_progress is 'Owner: learning. Ranges, not a counter: seeking to the end watches nothing, and watching twice counts once.';
alter table public.lesson_progress enable row level security;
alter table public.lesson_progress force row level security;
create table public.lessons (
  organization_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  section_id uuid not null,
  title text not null,
  kind text not null,
  is_preview boolean default false not null,
  duration_seconds numeric(10,3),
  "position" integer not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.lessons is 'Owner: catalog. What the syllabus shows; the content is in lesson_contents.';
alter table public.lessons enable row level security;
alter table public.lessons force row level security;
create table public.licence_keys (
  organization_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  user_id uuid not null,
  key text not null,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.licence_keys is 'Owner: catalog. One for each purchase of a product that gives keys: good while the purchase stands and nobody revoked it.';
alter table public.licence_keys enable row level security;
alter table public.licence_keys force row level security;
create table public.licences (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  name text not null,
  terms text default ''::text not null,
  "position" integer default 0 not null,
  removed_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  is_exclusive boolean default false not null
);
comment on table public.licences is 'Owner: catalog. What may be done with music that was bought. Other words are another licence, as another price is another offer; one that was taken away stays for those who have it.';
alter table public.licences enable row level security;
alter table public.licences force row level security;
create table public.mail_messages (
  id uuid not null,
  organization_id uuid,
  idempotency_key text not null,
  kind text not null,
  to_address text not null,
  from_name text not null,
  subject text not null,
  html_body text not null,
  text_body text not null,
  status text default 'queued'::text not null,
  error text,
  provider_message_id text,
  sent_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  reply_to text
);
comment on table public.mail_messages is 'Owner: messaging. Global, because people are: sign-in mail belongs to no school. Status kept: no mail server is set, the mailbox page shows it.';
alter table public.mail_messages enable row level security;
alter table public.mail_messages force row level security;
create table public.music_facts (
  organization_id uuid not null,
  product_id uuid not null,
  bpm smallint,
  musical_key text,
  tags text[] default '{}'::text[] not null,
  preview_file_id uuid,
  preview_seconds integer,
  peaks smallint[] default '{}'::smallint[] not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  sold_at timestamp with time zone
);
comment on table public.music_facts is 'Owner: catalog. What a piece of music is found by, and the preview that everybody may hear; one row for a product of music.';
alter table public.music_facts enable row level security;
alter table public.music_facts force row level security;
create table public.offer_parts (
  organization_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  title text not null,
  "position" integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.offer_parts is 'Owner: commerce. What is delivered when an offer is bought, where it is more than its subject alone: the parts of a bundle.';
alter table public.offer_parts enable row level security;
alter table public.offer_parts force row level security;
create table public.offers (
  organization_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  title text not null,
  price_cents integer not null,
  currency text not null,
  status text default 'active'::text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  is_exclusive boolean default false not null
);
comment on table public.offers is 'Owner: commerce. What can be bought, by kind and id; a new price is a new offer, so an old checkout keeps its own.';
alter table public.offers enable row level security;
alter table public.offers force row level security;
create table public.order_notes (
  organization_id uuid not null,
  id uuid not null,
  checkout_id uuid not null,
  happened_at timestamp with time zone default clock_timestamp() not null,
  kind text not null,
  detail text not null,
  source_key text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.order_notes is 'Owner: commerce. What was received, retried and done for an order, with times.';
alter table public.order_notes enable row level security;
alter table public.order_notes force row level security;
create table public.orders (
  organization_id uuid not null,
  id uuid not null,
  number integer not null,
  checkout_id uuid not null,
  user_id uuid not null,
  buyer_email text not null,
  buyer_name text default ''::text not null,
  title text not null,
  subject_kind text not null,
  subject_id uuid not null,
  status text default 'paid'::text not null,
  currency text not null,
  gross_cents integer not null,
  platform_fee_cents integer not null,
  processor_fee_cents integer,
  refunded_cents integer default 0 not null,
  provider text not null,
  provider_payment_id text,
  provider_charge_id text,
  provider_transfer_id text,
  placed_at timestamp with time zone default now() not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  coupon_code text,
  discount_cents integer default 0 not null
);
comment on table public.orders is 'Owner: commerce. Exactly one for a paid checkout. Its amounts are facts of that day; balances come from the ledger.';
alter table public.orders enable row level security;
alter table public.orders force row level security;
create table public.organization_invitations (
  organization_id uuid not null,
  id uuid not null,
  email text not null,
  role text not null,
  token_hash text not null,
  invited_by uuid not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  custom_values jsonb default '{}'::jsonb not null
);
comment on table public.organization_invitations is 'Owner: tenancy. Only the hash of the link''s secret is kept.';
alter table public.organization_invitations enable row level security;
alter table public.organization_invitations force row level security;
create table public.organization_memberships (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  clerk_id text,
  role text not null,
  display_name text default ''::text not null,
  title text default ''::text not null,
  bio text default ''::text not null,
  is_public boolean default false not null,
  source_updated_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  profile_type text,
  profile jsonb default '{}'::jsonb not null
);
comment on table public.organization_memberships is 'Owner: tenancy. A user in an organization, with a role.';
alter table public.organization_memberships enable row level security;
alter table public.organization_memberships force row level security;
create table public.organizations (
  id uuid not null,
  clerk_id text,
  slug text not null,
  name text not null,
  preset text default 'music-school'::text not null,
  brand_colour text default '#8a3324'::text not null,
  tagline text default ''::text not null,
  hero_title text default ''::text not null,
  hero_text text default ''::text not null,
  about text default ''::text not null,
  time_zone text default 'UTC'::text not null,
  currency text default 'eur'::text not null,
  locale text default 'en'::text not null,
  platform_fee_bps integer default 1000 not null,
  status text default 'active'::text not null,
  order_counter integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  logo_file_id uuid,
  logo_key text,
  type_pair text default 'fraunces'::text not null,
  look text default 'device'::text not null,
  languages text[] default '{}'::text[] not null,
  embed_origins text[] default '{}'::text[] not null,
  tagline_translations jsonb default '{}'::jsonb not null
);
comment on table public.organizations is 'Owner: tenancy. A tenant: school, studio, centre, practice, store.';
alter table public.organizations enable row level security;
alter table public.organizations force row level security;
create table public.outbox_deliveries (
  organization_id uuid not null,
  id uuid default gen_random_uuid() not null,
  event_id uuid not null,
  subscriber text not null,
  status text default 'pending'::text not null,
  attempts integer default 0 not null,
  error text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  completed_at timestamp with time zone,
  next_attempt_at timestamp with time zone
);
comment on table public.outbox_deliveries is 'Owner: platform/events. One row for an event and a subscriber: what makes delivery idempotent.';
alter table public.outbox_deliveries enable row level security;
alter table public.outbox_deliveries force row level security;
create table public.outbox_events (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  version integer default 1 not null,
  payload jsonb not null,
  occurred_at timestamp with time zone default now() not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  fanned_out_at timestamp with time zone
);
comment on table public.outbox_events is 'Owner: platform/events. Appended by use cases; the worker delivers each to its subscribers.';
alter table public.outbox_events enable row level security;
alter table public.outbox_events force row level security;
create table public.payout_accounts (
  organization_id uuid not null,
  id uuid not null,
  provider text not null,
  provider_account_id text not null,
  status text default 'onboarding'::text not null,
  requirements jsonb default '[]'::jsonb not null,
  source_updated_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.payout_accounts is 'Owner: commerce. Where a school''s share goes; anyone may know whether it is ready, only the school why not.';
alter table public.payout_accounts enable row level security;
alter table public.payout_accounts force row level security;
create table public.product_downloads (
  organization_id uuid not null,
  id uuid not null,
  purchase_id uuid not null,
  user_id uuid not null,
  file_id uuid not null,
  happened_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.product_downloads is 'Owner: catalog. Each time a buyer was given a link to a file; how often is counted here and nowhere else.';
alter table public.product_downloads enable row level security;
alter table public.product_downloads force row level security;
create table public.product_files (
  organization_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  file_id uuid not null,
  name text not null,
  size_bytes bigint not null,
  "position" integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.product_files is 'Owner: catalog. What is in a version: name and size stand on the product''s page; the file itself is for those who bought it.';
alter table public.product_files enable row level security;
alter table public.product_files force row level security;
create table public.product_versions (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  label text not null,
  notes text default ''::text not null,
  released_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.product_versions is 'Owner: catalog. A version is the school''s alone until it is released; the newest released one is what buyers get.';
alter table public.product_versions enable row level security;
alter table public.product_versions force row level security;
create table public.products (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  slug text not null,
  title text not null,
  summary text default ''::text not null,
  description_html text default ''::text not null,
  status text default 'draft'::text not null,
  gives_licence_keys boolean default false not null,
  answers_licence_checks boolean default false not null,
  downloads_max integer,
  "position" integer default 0 not null,
  published_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  consent_text text default ''::text not null
);
comment on table public.products is 'Owner: catalog. What a school sells beside courses; its kind decides what it holds. Draft: the school''s alone; published: listed; unlisted: for those who have the address.';
alter table public.products enable row level security;
alter table public.products force row level security;
create table public.purchases (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  user_id uuid not null,
  order_id uuid,
  paid_at timestamp with time zone,
  refunded_at timestamp with time zone,
  versions_from timestamp with time zone default '-infinity'::timestamp with time zone not null,
  downloads_from timestamp with time zone default '-infinity'::timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.purchases is 'Owner: catalog. Who has a product: by an order, or for nothing where there is none. It opens the product while it is paid and not refunded.';
alter table public.purchases enable row level security;
alter table public.purchases force row level security;
create table public.reconcile_drift (
  run_id uuid not null,
  id uuid not null,
  kind text not null,
  subject text not null,
  about text,
  standing text not null,
  differences jsonb default '[]'::jsonb not null,
  state text default 'open'::text not null,
  note text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  healed_at timestamp with time zone
);
comment on table public.reconcile_drift is 'Owner: operations. What a run found to differ. What names a person is masked before it is written.';
alter table public.reconcile_drift enable row level security;
alter table public.reconcile_drift force row level security;
create table public.reconcile_runs (
  id uuid not null,
  mode text not null,
  is_applied boolean not null,
  may_end_many boolean default false not null,
  started_by text not null,
  state text default 'running'::text not null,
  phase text not null,
  "position" jsonb default '{}'::jsonb not null,
  step integer default 0 not null,
  has_walked_users boolean default false not null,
  since timestamp with time zone,
  users_walked integer default 0 not null,
  users_total integer,
  organizations_walked integer default 0 not null,
  organizations_total integer,
  memberships_walked integer default 0 not null,
  memberships_total integer,
  written integer default 0 not null,
  calls_sent integer default 0 not null,
  users_excess integer,
  fault text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone
);
comment on table public.reconcile_runs is 'Owner: operations. One walk through the identity provider''s directory, and how far it came.';
alter table public.reconcile_runs enable row level security;
alter table public.reconcile_runs force row level security;
create table public.reconcile_seen (
  run_id uuid not null,
  kind text not null,
  subject text not null
);
comment on table public.reconcile_seen is 'Owner: operations. What a run met in the provider''s lists: what is here and was not met is asked for by its id. Emptied when the run is over.';
alter table public.reconcile_seen enable row level security;
alter table public.reconcile_seen force row level security;
create table public.refunds (
  organization_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  provider_refund_id text,
  amount_cents integer not null,
  fee_returned_cents integer default 0 not null,
  transfer_reversed_cents integer default 0 not null,
  status text default 'requested'::text not null,
  reason text default ''::text not null,
  error text,
  requested_by uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.refunds is 'Owner: commerce. The wish first, then the provider, then the fact.';
alter table public.refunds enable row level security;
alter table public.refunds force row level security;
create table public.role_permissions (
  role text not null,
  permission text not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.role_permissions is 'Which role may do what in its organization. Global, read by everyone, changed by migrations only.';
alter table public.role_permissions enable row level security;
alter table public.role_permissions force row level security;
create table public.sections (
  organization_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  title text not null,
  "position" integer not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.sections is 'Owner: catalog.';
alter table public.sections enable row level security;
alter table public.sections force row level security;
create table public.storefront_pictures (
  organization_id uuid not null,
  version_id uuid not null,
  file_id uuid not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.storefront_pictures is 'Owner: storefront. The files that a version of the first page shows.';
alter table public.storefront_pictures enable row level security;
alter table public.storefront_pictures force row level security;
create table public.storefront_versions (
  organization_id uuid not null,
  id uuid not null,
  number integer not null,
  previous_id uuid,
  blocks jsonb not null,
  title text default ''::text not null,
  description text default ''::text not null,
  deed text not null,
  is_draft boolean default false not null,
  is_published boolean default false not null,
  published_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  language text,
  head_translations jsonb default '{}'::jsonb not null
);
comment on table public.storefront_versions is 'Owner: storefront. What a school''s first page was after each change; at most one is the draft and one is public. Blocks are checked by blocks.schema.ts.';
alter table public.storefront_versions enable row level security;
alter table public.storefront_versions force row level security;
create table public.sync_states (
  provider text not null,
  kind text not null,
  subject text not null,
  about text,
  made_at timestamp with time zone,
  source_updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.sync_states is 'Owner: tenancy. The last event about each object of an identity provider, by what the provider calls it; no personal data.';
alter table public.sync_states enable row level security;
alter table public.sync_states force row level security;
create table public.user_identities (
  id uuid not null,
  provider text not null,
  subject text not null,
  user_id uuid not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.user_identities is 'Owner: identity. Links what a provider calls a person to our user.';
alter table public.user_identities enable row level security;
alter table public.user_identities force row level security;
create table public.users (
  id uuid not null,
  clerk_id text,
  email text,
  email_verified_at timestamp with time zone,
  name text default ''::text not null,
  image_url text,
  is_operator boolean default false not null,
  source_updated_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  deleted_at timestamp with time zone,
  created_by_door text,
  language text
);
comment on table public.users is 'Owner: identity. E-mail is nullable and not unique: a provider may give none, and two people may claim one.';
alter table public.users enable row level security;
alter table public.users force row level security;
create table public.webhook_deliveries (
  organization_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid,
  type text not null,
  payload jsonb not null,
  occurred_at timestamp with time zone not null,
  status text default 'pending'::text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.webhook_deliveries is 'Owner: webhooks. One fact on its way to one endpoint; its id is the webhook-id. Holds ids and figures, no names.';
alter table public.webhook_deliveries enable row level security;
alter table public.webhook_deliveries force row level security;
create table public.webhook_endpoints (
  organization_id uuid not null,
  id uuid not null,
  url text not null,
  description text default ''::text not null,
  facts text[] not null,
  state text default 'on'::text not null,
  secret_sealed text not null,
  previous_secret_sealed text,
  previous_secret_until timestamp with time zone,
  failing_since timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.webhook_endpoints is 'Owner: webhooks. Where a school wants facts to be sent. Its secrets are sealed with the installation''s own.';
alter table public.webhook_endpoints enable row level security;
alter table public.webhook_endpoints force row level security;
create table public.webhook_events (
  id uuid default gen_random_uuid() not null,
  provider text not null,
  event_id text not null,
  event_type text not null,
  payload jsonb not null,
  body_sha256 text default ''::text not null,
  occurred_at timestamp with time zone default now() not null,
  status text default 'pending'::text not null,
  attempts integer default 0 not null,
  deliveries integer default 1 not null,
  error text,
  waiting_on text,
  handled_by text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  last_attempt_at timestamp with time zone,
  next_attempt_at timestamp with time zone,
  processed_at timestamp with time zone
);
comment on table public.webhook_events is 'Owner: platform/inbox. Each outside event once; effect and completion are one transaction.';
alter table public.webhook_events enable row level security;
alter table public.webhook_events force row level security;
create table public.webhook_tries (
  organization_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  outcome text not null,
  answer_status integer,
  answer_start text default ''::text not null,
  reason text,
  duration_ms integer not null,
  created_at timestamp with time zone default now() not null
);
comment on table public.webhook_tries is 'Owner: webhooks. What came of each try: the answer''s status and first bytes, or why there was none.';
alter table public.webhook_tries enable row level security;
alter table public.webhook_tries force row level security;
create table public.worker_heartbeats (
  worker_id text not null,
  started_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
comment on table public.worker_heartbeats is 'Owner: platform/jobs. A worker that has not been seen for a while is not well; health reads this.';
alter table public.worker_heartbeats enable row level security;
alter table public.worker_heartbeats force row level security;

-- Constraints (377)
alter table better_auth.account add constraint account_pkey PRIMARY KEY (id);
alter table better_auth.account add constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES better_auth."user"(id) ON DELETE CASCADE;
alter table better_auth.attempts add constraint attempts_pkey PRIMARY KEY (key);
alter table better_auth.hand_over add constraint hand_over_pkey PRIMARY KEY ("codeHash");
alter table better_auth.hand_over add constraint "hand_over_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES better_auth.session(id) ON DELETE CASCADE;
alter table better_auth.host_session add constraint host_session_pkey PRIMARY KEY (id);
alter table better_auth.host_session add constraint "host_session_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES better_auth.session(id) ON DELETE CASCADE;
alter table better_auth.host_session add constraint "host_session_tokenHash_key" UNIQUE ("tokenHash");
alter table better_auth.passkey add constraint "passkey_credentialID_key" UNIQUE ("credentialID");
alter table better_auth.passkey add constraint passkey_pkey PRIMARY KEY (id);
alter table better_auth.passkey add constraint "passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES better_auth."user"(id) ON DELETE CASCADE;
alter table better_auth.session add constraint session_pkey PRIMARY KEY (id);
alter table better_auth.session add constraint session_token_key UNIQUE (token);
alter table better_auth.session add constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES better_auth."user"(id) ON DELETE CASCADE;
alter table better_auth.two_factor add constraint two_factor_pkey PRIMARY KEY (id);
alter table better_auth.two_factor add constraint "two_factor_userId_fkey" FOREIGN KEY ("userId") REFERENCES better_auth."user"(id) ON DELETE CASCADE;
alter table better_auth.two_factor add constraint "two_factor_userId_key" UNIQUE ("userId");
alter table better_auth."user" add constraint user_email_key UNIQUE (email);
alter table better_auth."user" add constraint user_pkey PRIMARY KEY (id);
alter table better_auth.verification add constraint verification_pkey PRIMARY KEY (id);
alter table jobs.sends add constraint sends_pkey PRIMARY KEY (job_id);
alter table public.api_answers add constraint api_answers_idempotency_key_check CHECK (((length(idempotency_key) >= 1) AND (length(idempotency_key) <= 255)));
alter table public.api_answers add constraint api_answers_organization_id_key_id_fkey FOREIGN KEY (organization_id, key_id) REFERENCES public.api_keys(organization_id, id) ON DELETE CASCADE;
alter table public.api_answers add constraint api_answers_organization_id_key_id_idempotency_key_key UNIQUE (organization_id, key_id, idempotency_key);
alter table public.api_answers add constraint api_answers_pkey PRIMARY KEY (organization_id, id);
alter table public.api_keys add constraint api_keys_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.users(id) ON DELETE SET NULL;
alter table public.api_keys add constraint api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)));
alter table public.api_keys add constraint api_keys_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.api_keys add constraint api_keys_pkey PRIMARY KEY (organization_id, id);
alter table public.api_keys add constraint api_keys_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES public.users(id) ON DELETE SET NULL;
alter table public.api_keys add constraint api_keys_scopes_check CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['courses:read'::text, 'people:read'::text, 'people:write'::text, 'enrolments:read'::text, 'enrolments:write'::text, 'orders:read'::text, 'coupons:read'::text, 'webhooks:read'::text])));
alter table public.api_keys add constraint api_keys_secret_hash_key UNIQUE (secret_hash);
alter table public.api_origins add constraint api_origins_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.api_origins add constraint api_origins_organization_id_origin_key UNIQUE (organization_id, origin);
alter table public.api_origins add constraint api_origins_origin_check CHECK (((length(origin) >= 1) AND (length(origin) <= 300)));
alter table public.api_origins add constraint api_origins_pkey PRIMARY KEY (organization_id, id);
alter table public.bundle_parts add constraint bundle_parts_organization_id_bundle_id_course_id_key UNIQUE (organization_id, bundle_id, course_id);
alter table public.bundle_parts add constraint bundle_parts_organization_id_bundle_id_fkey FOREIGN KEY (organization_id, bundle_id) REFERENCES public.products(organization_id, id) ON DELETE CASCADE;
alter table public.bundle_parts add constraint bundle_parts_organization_id_bundle_id_product_id_key UNIQUE (organization_id, bundle_id, product_id);
alter table public.bundle_parts add constraint bundle_parts_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES public.courses(organization_id, id);
alter table public.bundle_parts add constraint bundle_parts_organization_id_product_id_fkey FOREIGN KEY (organization_id, product_id) REFERENCES public.products(organization_id, id);
alter table public.bundle_parts add constraint bundle_parts_pkey PRIMARY KEY (organization_id, id);
alter table public.bundle_parts add constraint bundle_parts_some_check CHECK (((course_id IS NOT NULL) OR (product_id IS NOT NULL)));
alter table public.checkouts add constraint checkouts_amount_cents_check CHECK ((amount_cents >= 0));
alter table public.checkouts add constraint checkouts_check CHECK (((fee_cents >= 0) AND (fee_cents <= amount_cents)));
alter table public.checkouts add constraint checkouts_coupon_check CHECK (((discount_cents >= 0) AND ((coupon_id IS NULL) = (discount_cents = 0)) AND ((coupon_id IS NULL) = (coupon_code IS NULL)))) NOT VALID;
alter table public.checkouts add constraint checkouts_coupon_fkey FOREIGN KEY (organization_id, coupon_id) REFERENCES public.coupons(organization_id, id) NOT VALID;
alter table public.checkouts add constraint checkouts_fee_bps_check CHECK (((fee_bps >= 0) AND (fee_bps <= 10000)));
alter table public.checkouts add constraint checkouts_fee_rounding_check CHECK ((fee_rounding = 'half-even'::text));
alter table public.checkouts add constraint checkouts_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.checkouts add constraint checkouts_organization_id_offer_id_fkey FOREIGN KEY (organization_id, offer_id) REFERENCES public.offers(organization_id, id);
alter table public.checkouts add constraint checkouts_pkey PRIMARY KEY (organization_id, id);
alter table public.checkouts add constraint checkouts_provider_session_id_key UNIQUE (provider_session_id);
alter table public.checkouts add constraint checkouts_status_check CHECK ((status = ANY (ARRAY['open'::text, 'pending'::text, 'paid'::text, 'failed'::text, 'expired'::text])));
alter table public.checkouts add constraint checkouts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.consent_answers add constraint consent_answers_answer_check CHECK ((answer = ANY (ARRAY['agreed'::text, 'declined'::text, 'withdrawn'::text])));
alter table public.consent_answers add constraint consent_answers_asked_at_moment_check CHECK ((asked_at_moment = ANY (ARRAY['entry'::text, 'checkout'::text, 'account'::text])));
alter table public.consent_answers add constraint consent_answers_check CHECK (((user_id IS NOT NULL) OR (checkout_id IS NOT NULL)));
alter table public.consent_answers add constraint consent_answers_organization_id_checkout_id_fkey FOREIGN KEY (organization_id, checkout_id) REFERENCES public.checkouts(organization_id, id) ON DELETE CASCADE;
alter table public.consent_answers add constraint consent_answers_organization_id_document_id_version_id_fkey FOREIGN KEY (organization_id, document_id, version_id) REFERENCES public.consent_versions(organization_id, document_id, id);
alter table public.consent_answers add constraint consent_answers_pkey PRIMARY KEY (organization_id, id);
alter table public.consent_answers add constraint consent_answers_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.consent_documents add constraint consent_documents_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.consent_documents add constraint consent_documents_pkey PRIMARY KEY (organization_id, id);
alter table public.consent_versions add constraint consent_versions_body_html_check CHECK ((length(body_html) <= 200000));
alter table public.consent_versions add constraint consent_versions_change_note_check CHECK ((length(change_note) <= 500));
alter table public.consent_versions add constraint consent_versions_check CHECK ((((published_at IS NULL) = (number IS NULL)) AND ((published_at IS NULL) = (binding_at IS NULL))));
alter table public.consent_versions add constraint consent_versions_number_check CHECK ((number > 0));
alter table public.consent_versions add constraint consent_versions_organization_id_document_id_fkey FOREIGN KEY (organization_id, document_id) REFERENCES public.consent_documents(organization_id, id);
alter table public.consent_versions add constraint consent_versions_organization_id_document_id_id_key UNIQUE (organization_id, document_id, id);
alter table public.consent_versions add constraint consent_versions_organization_id_document_id_number_key UNIQUE (organization_id, document_id, number);
alter table public.consent_versions add constraint consent_versions_pkey PRIMARY KEY (organization_id, id);
alter table public.consent_versions add constraint consent_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.users(id) ON DELETE SET NULL;
alter table public.consent_versions add constraint consent_versions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)));
alter table public.coupon_subjects add constraint coupon_subjects_organization_id_coupon_id_fkey FOREIGN KEY (organization_id, coupon_id) REFERENCES public.coupons(organization_id, id) ON DELETE CASCADE;
alter table public.coupon_subjects add constraint coupon_subjects_organization_id_coupon_id_subject_kind_subj_key UNIQUE (organization_id, coupon_id, subject_kind, subject_id);
alter table public.coupon_subjects add constraint coupon_subjects_pkey PRIMARY KEY (organization_id, id);
alter table public.coupon_subjects add constraint coupon_subjects_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['course'::text, 'product'::text, 'licence'::text]))) NOT VALID;
alter table public.coupons add constraint coupons_amount_cents_check CHECK (((amount_cents >= 1) AND (amount_cents <= 99999999)));
alter table public.coupons add constraint coupons_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{2,39}$'::text));
alter table public.coupons add constraint coupons_currency_check CHECK ((currency ~ '^[a-z]{3}$'::text));
alter table public.coupons add constraint coupons_days_check CHECK ((ends_on >= starts_on));
alter table public.coupons add constraint coupons_kind_check CHECK ((kind = ANY (ARRAY['percent'::text, 'fixed'::text])));
alter table public.coupons add constraint coupons_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.coupons add constraint coupons_percent_bps_check CHECK (((percent_bps >= 1) AND (percent_bps <= 10000)));
alter table public.coupons add constraint coupons_pkey PRIMARY KEY (organization_id, id);
alter table public.coupons add constraint coupons_uses_max_check CHECK ((uses_max > 0));
alter table public.coupons add constraint coupons_uses_per_person_max_check CHECK ((uses_per_person_max > 0));
alter table public.coupons add constraint coupons_value_check CHECK ((((kind = 'percent'::text) = (percent_bps IS NOT NULL)) AND ((kind = 'fixed'::text) = (amount_cents IS NOT NULL)) AND ((kind = 'fixed'::text) = (currency IS NOT NULL))));
alter table public.courses add constraint courses_organization_id_cover_file_id_fkey FOREIGN KEY (organization_id, cover_file_id) REFERENCES public.files(organization_id, id);
alter table public.courses add constraint courses_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.courses add constraint courses_organization_id_instructor_membership_id_fkey FOREIGN KEY (organization_id, instructor_membership_id) REFERENCES public.organization_memberships(organization_id, id);
alter table public.courses add constraint courses_organization_id_slug_key UNIQUE (organization_id, slug);
alter table public.courses add constraint courses_pkey PRIMARY KEY (organization_id, id);
alter table public.courses add constraint courses_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'::text));
alter table public.courses add constraint courses_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'unlisted'::text])));
alter table public.courses add constraint courses_summary_check CHECK ((length(summary) <= 400));
alter table public.courses add constraint courses_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160)));
alter table public.custom_fields add constraint custom_fields_access_check CHECK ((access = ANY (ARRAY['staff'::text, 'sees'::text, 'edits'::text])));
alter table public.custom_fields add constraint custom_fields_choices_check CHECK ((cardinality(choices) <= 50));
alter table public.custom_fields add constraint custom_fields_hint_check CHECK ((length(hint) <= 200));
alter table public.custom_fields add constraint custom_fields_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'long-text'::text, 'number'::text, 'date'::text, 'choice'::text, 'choices'::text, 'yes-no'::text])));
alter table public.custom_fields add constraint custom_fields_label_check CHECK (((length(label) >= 1) AND (length(label) <= 40)));
alter table public.custom_fields add constraint custom_fields_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.custom_fields add constraint custom_fields_pkey PRIMARY KEY (organization_id, id);
alter table public.custom_values add constraint custom_values_organization_id_field_id_fkey FOREIGN KEY (organization_id, field_id) REFERENCES public.custom_fields(organization_id, id);
alter table public.custom_values add constraint custom_values_organization_id_membership_id_fkey FOREIGN KEY (organization_id, membership_id) REFERENCES public.organization_memberships(organization_id, id) ON DELETE CASCADE;
alter table public.custom_values add constraint custom_values_pkey PRIMARY KEY (organization_id, field_id, membership_id);
alter table public.custom_values add constraint custom_values_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
alter table public.custom_values add constraint custom_values_words_check CHECK (((cardinality(words) >= 1) AND (cardinality(words) <= 50)));
alter table public.data_exports add constraint data_exports_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.data_exports add constraint data_exports_pkey PRIMARY KEY (id);
alter table public.data_exports add constraint data_exports_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'ready'::text])));
alter table public.data_exports add constraint data_exports_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.departures add constraint departures_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.departures add constraint departures_pkey PRIMARY KEY (id);
alter table public.departures add constraint departures_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.domains add constraint domains_challenge_check CHECK (((length(challenge) >= 20) AND (length(challenge) <= 100)));
alter table public.domains add constraint domains_host_check CHECK (((length(host) <= 253) AND (host ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$'::text)));
alter table public.domains add constraint domains_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.domains add constraint domains_organization_id_host_key UNIQUE (organization_id, host);
alter table public.domains add constraint domains_pkey PRIMARY KEY (organization_id, id);
alter table public.domains add constraint domains_reason_check CHECK ((reason = ANY (ARRAY['no-record'::text, 'wrong-record'::text, 'no-answer'::text, 'taken'::text])));
alter table public.domains add constraint domains_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'verified'::text, 'failed'::text])));
alter table public.enrolment_orders add constraint enrolment_orders_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES public.courses(organization_id, id);
alter table public.enrolment_orders add constraint enrolment_orders_organization_id_order_id_fkey FOREIGN KEY (organization_id, order_id) REFERENCES public.orders(organization_id, id);
alter table public.enrolment_orders add constraint enrolment_orders_pkey PRIMARY KEY (organization_id, id);
alter table public.enrolment_orders add constraint enrolment_orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.enrolments add constraint enrolments_last_lesson_fkey FOREIGN KEY (organization_id, last_lesson_id) REFERENCES public.lessons(organization_id, id) ON DELETE SET NULL (last_lesson_id);
alter table public.enrolments add constraint enrolments_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES public.courses(organization_id, id);
alter table public.enrolments add constraint enrolments_organization_id_course_id_user_id_key UNIQUE (organization_id, course_id, user_id);
alter table public.enrolments add constraint enrolments_organization_id_order_id_fkey FOREIGN KEY (organization_id, order_id) REFERENCES public.orders(organization_id, id);
alter table public.enrolments add constraint enrolments_pkey PRIMARY KEY (organization_id, id);
alter table public.enrolments add constraint enrolments_source_check CHECK ((source = ANY (ARRAY['order'::text, 'free'::text, 'invitation'::text])));
alter table public.enrolments add constraint enrolments_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text])));
alter table public.enrolments add constraint enrolments_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.files add constraint files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
alter table public.files add constraint files_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.files add constraint files_pkey PRIMARY KEY (organization_id, id);
alter table public.files add constraint files_purpose_check CHECK ((purpose = ANY (ARRAY['video'::text, 'audio'::text, 'pdf'::text, 'file'::text, 'image'::text])));
alter table public.files add constraint files_size_bytes_check CHECK ((size_bytes >= 0));
alter table public.files add constraint files_status_check CHECK ((status = ANY (ARRAY['uploading'::text, 'ready'::text, 'refused'::text, 'deleted'::text])));
alter table public.files add constraint files_storage_key_key UNIQUE (storage_key);
alter table public.files add constraint files_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES public.users(id);
alter table public.invitation_import_rows add constraint invitation_import_rows_custom_values_check CHECK ((jsonb_typeof(custom_values) = 'object'::text));
alter table public.invitation_import_rows add constraint invitation_import_rows_organization_id_import_id_fkey FOREIGN KEY (organization_id, import_id) REFERENCES public.invitation_imports(organization_id, id) ON DELETE CASCADE;
alter table public.invitation_import_rows add constraint invitation_import_rows_organization_id_import_id_row_number_key UNIQUE (organization_id, import_id, row_number);
alter table public.invitation_import_rows add constraint invitation_import_rows_organization_id_invitation_id_fkey FOREIGN KEY (organization_id, invitation_id) REFERENCES public.organization_invitations(organization_id, id) ON DELETE SET NULL (invitation_id);
alter table public.invitation_import_rows add constraint invitation_import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'sent'::text, 'member'::text, 'details'::text, 'filled'::text, 'invited'::text, 'bad-address'::text, 'unknown-role'::text, 'bad-field'::text, 'duplicate'::text]))) NOT VALID;
alter table public.invitation_import_rows add constraint invitation_import_rows_pkey PRIMARY KEY (organization_id, id);
alter table public.invitation_import_rows add constraint invitation_import_rows_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'instructor'::text, 'assistant'::text, 'student'::text, 'guardian'::text])));
alter table public.invitation_imports add constraint invitation_imports_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.invitation_imports add constraint invitation_imports_pkey PRIMARY KEY (organization_id, id);
alter table public.invitation_imports add constraint invitation_imports_started_by_fkey FOREIGN KEY (started_by) REFERENCES public.users(id);
alter table public.invitation_imports add constraint invitation_imports_state_check CHECK ((state = ANY (ARRAY['checked'::text, 'running'::text, 'stopped'::text, 'done'::text])));
alter table public.leads add constraint leads_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)));
alter table public.leads add constraint leads_organization_id_product_id_fkey FOREIGN KEY (organization_id, product_id) REFERENCES public.products(organization_id, id);
alter table public.leads add constraint leads_pkey PRIMARY KEY (organization_id, id);
alter table public.ledger_accounts add constraint ledger_accounts_holder_check CHECK ((((kind = 'credits-held'::text) = (user_id IS NOT NULL)) AND ((kind ~~ 'credits-%'::text) = (currency = 'credits'::text)))) NOT VALID;
alter table public.ledger_accounts add constraint ledger_accounts_kind_check CHECK ((kind = ANY (ARRAY['buyer'::text, 'processor'::text, 'platform'::text, 'school'::text, 'credits-held'::text, 'credits-issued'::text]))) NOT VALID;
alter table public.ledger_accounts add constraint ledger_accounts_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.ledger_accounts add constraint ledger_accounts_organization_id_kind_holder_currency_key UNIQUE (organization_id, kind, holder, currency);
alter table public.ledger_accounts add constraint ledger_accounts_pkey PRIMARY KEY (organization_id, id);
alter table public.ledger_accounts add constraint ledger_accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) NOT VALID;
alter table public.ledger_entries add constraint ledger_entries_amount_cents_check CHECK ((amount_cents <> 0));
alter table public.ledger_entries add constraint ledger_entries_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.ledger_accounts(organization_id, id);
alter table public.ledger_entries add constraint ledger_entries_organization_id_transaction_id_fkey FOREIGN KEY (organization_id, transaction_id) REFERENCES public.ledger_transactions(organization_id, id);
alter table public.ledger_entries add constraint ledger_entries_pkey PRIMARY KEY (organization_id, id);
alter table public.ledger_transactions add constraint ledger_transactions_kind_check CHECK ((kind = ANY (ARRAY['sale'::text, 'processing-fee'::text, 'refund'::text, 'credits-given'::text, 'credits-taken-back'::text]))) NOT VALID;
alter table public.ledger_transactions add constraint ledger_transactions_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.users(id) NOT VALID;
alter table public.ledger_transactions add constraint ledger_transactions_order_check CHECK ((((kind ~~ 'credits-%'::text) = (order_id IS NULL)) AND ((kind ~~ 'credits-%'::text) = (made_by IS NOT NULL)))) NOT VALID;
alter table public.ledger_transactions add constraint ledger_transactions_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.ledger_transactions add constraint ledger_transactions_organization_id_order_id_fkey FOREIGN KEY (organization_id, order_id) REFERENCES public.orders(organization_id, id);
alter table public.ledger_transactions add constraint ledger_transactions_organization_id_source_key_key UNIQUE (organization_id, source_key);
alter table public.ledger_transactions add constraint ledger_transactions_pkey PRIMARY KEY (organization_id, id);
alter table public.lesson_attachments add constraint lesson_attachments_organization_id_file_id_fkey FOREIGN KEY (organization_id, file_id) REFERENCES public.files(organization_id, id);
alter table public.lesson_attachments add constraint lesson_attachments_organization_id_lesson_id_file_id_key UNIQUE (organization_id, lesson_id, file_id);
alter table public.lesson_attachments add constraint lesson_attachments_organization_id_lesson_id_fkey FOREIGN KEY (organization_id, lesson_id) REFERENCES public.lessons(organization_id, id) ON DELETE CASCADE;
alter table public.lesson_attachments add constraint lesson_attachments_pkey PRIMARY KEY (organization_id, id);
alter table public.lesson_contents add constraint lesson_contents_organization_id_lesson_id_fkey FOREIGN KEY (organization_id, lesson_id) REFERENCES public.lessons(organization_id, id) ON DELETE CASCADE;
alter table public.lesson_contents add constraint lesson_contents_organization_id_media_file_id_fkey FOREIGN KEY (organization_id, media_file_id) REFERENCES public.files(organization_id, id);
alter table public.lesson_contents add constraint lesson_contents_pkey PRIMARY KEY (organization_id, lesson_id);
alter table public.lesson_progress add constraint lesson_progress_completed_by_check CHECK ((completed_by = ANY (ARRAY['watched'::text, 'marked'::text])));
alter table public.lesson_progress add constraint lesson_progress_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES public.courses(organization_id, id);
alter table public.lesson_progress add constraint lesson_progress_organization_id_lesson_id_fkey FOREIGN KEY (organization_id, lesson_id) REFERENCES public.lessons(organization_id, id) ON DELETE CASCADE;
alter table public.lesson_progress add constraint lesson_progress_organization_id_user_id_lesson_id_key UNIQUE (organization_id, user_id, lesson_id);
alter table public.lesson_progress add constraint lesson_progress_pkey PRIMARY KEY (organization_id, id);
alter table public.lesson_progress add constraint lesson_progress_spare_seconds_check CHECK ((spare_seconds >= (0)::numeric));
alter table public.lesson_progress add constraint lesson_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.lessons add constraint lessons_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'video'::text, 'audio'::text, 'pdf'::text, 'file'::text])));
alter table public.lessons add constraint lessons_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES public.courses(organization_id, id) ON DELETE CASCADE;
alter table public.lessons add constraint lessons_organization_id_section_id_fkey FOREIGN KEY (organization_id, section_id) REFERENCES public.sections(organization_id, id);
alter table public.lessons add constraint lessons_pkey PRIMARY KEY (organization_id, id);
alter table public.lessons add constraint lessons_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160)));
alter table public.licence_keys add constraint licence_keys_key_check CHECK ((key ~ '^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$'::text));
alter table public.licence_keys add constraint licence_keys_organization_id_key_key UNIQUE (organization_id, key);
alter table public.licence_keys add constraint licence_keys_organization_id_purchase_id_fkey FOREIGN KEY (organization_id, purchase_id) REFERENCES public.purchases(organization_id, id);
alter table public.licence_keys add constraint licence_keys_organization_id_purchase_id_key UNIQUE (organization_id, purchase_id);
alter table public.licence_keys add constraint licence_keys_pkey PRIMARY KEY (organization_id, id);
alter table public.licence_keys add constraint licence_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.licences add constraint licences_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)));
alter table public.licences add constraint licences_organization_id_product_id_fkey FOREIGN KEY (organization_id, product_id) REFERENCES public.products(organization_id, id);
alter table public.licences add constraint licences_pkey PRIMARY KEY (organization_id, id);
alter table public.licences add constraint licences_terms_check CHECK ((length(terms) <= 2000));
alter table public.mail_messages add constraint mail_messages_idempotency_key_key UNIQUE (idempotency_key);
alter table public.mail_messages add constraint mail_messages_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.mail_messages add constraint mail_messages_pkey PRIMARY KEY (id);
alter table public.mail_messages add constraint mail_messages_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'kept'::text, 'failed'::text])));
alter table public.music_facts add constraint music_facts_bpm_check CHECK (((bpm >= 20) AND (bpm <= 400)));
alter table public.music_facts add constraint music_facts_musical_key_check CHECK ((musical_key ~ '^[A-G](b|#)?m?$'::text));
alter table public.music_facts add constraint music_facts_organization_id_preview_file_id_fkey FOREIGN KEY (organization_id, preview_file_id) REFERENCES public.files(organization_id, id);
alter table public.music_facts add constraint music_facts_organization_id_product_id_fkey FOREIGN KEY (organization_id, product_id) REFERENCES public.products(organization_id, id) ON DELETE CASCADE;
alter table public.music_facts add constraint music_facts_peaks_check CHECK ((cardinality(peaks) <= 200));
alter table public.music_facts add constraint music_facts_pkey PRIMARY KEY (organization_id, product_id);
alter table public.music_facts add constraint music_facts_preview_seconds_check CHECK (((preview_seconds >= 1) AND (preview_seconds <= 7200)));
alter table public.music_facts add constraint music_facts_tags_check CHECK ((cardinality(tags) <= 12));
alter table public.offer_parts add constraint offer_parts_organization_id_offer_id_fkey FOREIGN KEY (organization_id, offer_id) REFERENCES public.offers(organization_id, id);
alter table public.offer_parts add constraint offer_parts_organization_id_offer_id_subject_kind_subject_i_key UNIQUE (organization_id, offer_id, subject_kind, subject_id);
alter table public.offer_parts add constraint offer_parts_pkey PRIMARY KEY (organization_id, id);
alter table public.offer_parts add constraint offer_parts_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['course'::text, 'product'::text, 'licence'::text]))) NOT VALID;
alter table public.offers add constraint offers_currency_check CHECK ((currency ~ '^[a-z]{3}$'::text));
alter table public.offers add constraint offers_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.offers add constraint offers_pkey PRIMARY KEY (organization_id, id);
alter table public.offers add constraint offers_price_cents_check CHECK (((price_cents >= 0) AND (price_cents <= 99999999)));
alter table public.offers add constraint offers_status_check CHECK ((status = ANY (ARRAY['active'::text, 'retired'::text])));
alter table public.offers add constraint offers_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['course'::text, 'product'::text, 'licence'::text]))) NOT VALID;
alter table public.order_notes add constraint order_notes_kind_check CHECK ((kind = ANY (ARRAY['started'::text, 'received'::text, 'retried'::text, 'done'::text, 'failed'::text, 'asked'::text])));
alter table public.order_notes add constraint order_notes_organization_id_checkout_id_fkey FOREIGN KEY (organization_id, checkout_id) REFERENCES public.checkouts(organization_id, id) ON DELETE CASCADE;
alter table public.order_notes add constraint order_notes_pkey PRIMARY KEY (organization_id, id);
alter table public.orders add constraint orders_discount_check CHECK (((discount_cents >= 0) AND ((coupon_code IS NULL) = (discount_cents = 0)))) NOT VALID;
alter table public.orders add constraint orders_organization_id_checkout_id_fkey FOREIGN KEY (organization_id, checkout_id) REFERENCES public.checkouts(organization_id, id);
alter table public.orders add constraint orders_organization_id_checkout_id_key UNIQUE (organization_id, checkout_id);
alter table public.orders add constraint orders_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.orders add constraint orders_organization_id_number_key UNIQUE (organization_id, number);
alter table public.orders add constraint orders_pkey PRIMARY KEY (organization_id, id);
alter table public.orders add constraint orders_provider_check CHECK ((provider = ANY (ARRAY['stripe'::text, 'none'::text])));
alter table public.orders add constraint orders_provider_payment_id_key UNIQUE (provider_payment_id);
alter table public.orders add constraint orders_status_check CHECK ((status = ANY (ARRAY['paid'::text, 'refunding'::text, 'partly-refunded'::text, 'refunded'::text])));
alter table public.orders add constraint orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.organization_invitations add constraint organization_invitations_custom_values_check CHECK ((jsonb_typeof(custom_values) = 'object'::text));
alter table public.organization_invitations add constraint organization_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.users(id);
alter table public.organization_invitations add constraint organization_invitations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.organization_invitations add constraint organization_invitations_pkey PRIMARY KEY (organization_id, id);
alter table public.organization_invitations add constraint organization_invitations_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'instructor'::text, 'assistant'::text, 'student'::text, 'guardian'::text])));
alter table public.organization_invitations add constraint organization_invitations_token_hash_key UNIQUE (token_hash);
alter table public.organization_memberships add constraint organization_memberships_clerk_id_key UNIQUE (clerk_id);
alter table public.organization_memberships add constraint organization_memberships_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.organization_memberships add constraint organization_memberships_organization_id_user_id_key UNIQUE (organization_id, user_id);
alter table public.organization_memberships add constraint organization_memberships_pkey PRIMARY KEY (organization_id, id);
alter table public.organization_memberships add constraint organization_memberships_profile_check CHECK (((jsonb_typeof(profile) = 'object'::text) AND (length((profile)::text) <= 8000))) NOT VALID;
alter table public.organization_memberships add constraint organization_memberships_profile_type_check CHECK (((profile_type IS NULL) OR ((length(profile_type) >= 1) AND (length(profile_type) <= 40)))) NOT VALID;
alter table public.organization_memberships add constraint organization_memberships_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'instructor'::text, 'assistant'::text, 'student'::text, 'guardian'::text])));
alter table public.organization_memberships add constraint organization_memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.organizations add constraint organizations_clerk_id_key UNIQUE (clerk_id);
alter table public.organizations add constraint organizations_currency_check CHECK ((currency ~ '^[a-z]{3}$'::text));
alter table public.organizations add constraint organizations_embed_origins_check CHECK (((cardinality(embed_origins) <= 20) AND (array_to_string(embed_origins, ' '::text) ~ '^(https?://[a-z0-9.-]+(:[0-9]{1,5})?( |$))*$'::text))) NOT VALID;
alter table public.organizations add constraint organizations_languages_check CHECK ((languages <@ ARRAY['en'::text, 'de'::text])) NOT VALID;
alter table public.organizations add constraint organizations_logo_check CHECK (((logo_file_id IS NULL) = (logo_key IS NULL))) NOT VALID;
alter table public.organizations add constraint organizations_logo_fkey FOREIGN KEY (id, logo_file_id) REFERENCES public.files(organization_id, id) NOT VALID;
alter table public.organizations add constraint organizations_look_check CHECK ((look = ANY (ARRAY['device'::text, 'light'::text, 'dark'::text]))) NOT VALID;
alter table public.organizations add constraint organizations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table public.organizations add constraint organizations_pkey PRIMARY KEY (id);
alter table public.organizations add constraint organizations_platform_fee_bps_check CHECK (((platform_fee_bps >= 0) AND (platform_fee_bps <= 10000)));
alter table public.organizations add constraint organizations_preset_check CHECK ((preset = ANY (ARRAY['music-school'::text, 'yoga-studio'::text, 'tutoring-centre'::text, 'coaching-marketplace'::text, 'creator-academy'::text])));
alter table public.organizations add constraint organizations_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'::text));
alter table public.organizations add constraint organizations_slug_key UNIQUE (slug);
alter table public.organizations add constraint organizations_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text])));
alter table public.organizations add constraint organizations_tagline_translations_check CHECK (((jsonb_typeof(tagline_translations) = 'object'::text) AND (length((tagline_translations)::text) <= 2000))) NOT VALID;
alter table public.organizations add constraint organizations_type_pair_check CHECK ((type_pair = ANY (ARRAY['fraunces'::text, 'newsreader'::text, 'bricolage'::text, 'instrument'::text, 'space'::text]))) NOT VALID;
alter table public.outbox_deliveries add constraint outbox_deliveries_organization_id_event_id_fkey FOREIGN KEY (organization_id, event_id) REFERENCES public.outbox_events(organization_id, id) ON DELETE CASCADE;
alter table public.outbox_deliveries add constraint outbox_deliveries_organization_id_event_id_subscriber_key UNIQUE (organization_id, event_id, subscriber);
alter table public.outbox_deliveries add constraint outbox_deliveries_pkey PRIMARY KEY (organization_id, id);
alter table public.outbox_deliveries add constraint outbox_deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'completed'::text, 'failed'::text])));
alter table public.outbox_events add constraint outbox_events_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.outbox_events add constraint outbox_events_pkey PRIMARY KEY (organization_id, id);
alter table public.payout_accounts add constraint payout_accounts_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.payout_accounts add constraint payout_accounts_organization_id_provider_key UNIQUE (organization_id, provider);
alter table public.payout_accounts add constraint payout_accounts_pkey PRIMARY KEY (organization_id, id);
alter table public.payout_accounts add constraint payout_accounts_provider_account_id_key UNIQUE (provider_account_id);
alter table public.payout_accounts add constraint payout_accounts_provider_check CHECK ((provider = 'stripe'::text));
alter table public.payout_accounts add constraint payout_accounts_status_check CHECK ((status = ANY (ARRAY['onboarding'::text, 'active'::text, 'restricted'::text])));
alter table public.product_downloads add constraint product_downloads_organization_id_file_id_fkey FOREIGN KEY (organization_id, file_id) REFERENCES public.files(organization_id, id);
alter table public.product_downloads add constraint product_downloads_organization_id_purchase_id_fkey FOREIGN KEY (organization_id, purchase_id) REFERENCES public.purchases(organization_id, id);
alter table public.product_downloads add constraint product_downloads_pkey PRIMARY KEY (organization_id, id);
alter table public.product_downloads add constraint product_downloads_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.product_files add constraint product_files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)));
alter table public.product_files add constraint product_files_organization_id_file_id_fkey FOREIGN KEY (organization_id, file_id) REFERENCES public.files(organization_id, id);
alter table public.product_files add constraint product_files_organization_id_version_id_file_id_key UNIQUE (organization_id, version_id, file_id);
alter table public.product_files add constraint product_files_organization_id_version_id_fkey FOREIGN KEY (organization_id, version_id) REFERENCES public.product_versions(organization_id, id) ON DELETE CASCADE;
alter table public.product_files add constraint product_files_pkey PRIMARY KEY (organization_id, id);
alter table public.product_files add constraint product_files_size_bytes_check CHECK ((size_bytes >= 0));
alter table public.product_versions add constraint product_versions_label_check CHECK (((length(label) >= 1) AND (length(label) <= 40)));
alter table public.product_versions add constraint product_versions_notes_check CHECK ((length(notes) <= 2000));
alter table public.product_versions add constraint product_versions_organization_id_product_id_fkey FOREIGN KEY (organization_id, product_id) REFERENCES public.products(organization_id, id) ON DELETE CASCADE;
alter table public.product_versions add constraint product_versions_organization_id_product_id_label_key UNIQUE (organization_id, product_id, label);
alter table public.product_versions add constraint product_versions_pkey PRIMARY KEY (organization_id, id);
alter table public.products add constraint products_consent_text_check CHECK ((length(consent_text) <= 500));
alter table public.products add constraint products_downloads_max_check CHECK (((downloads_max >= 1) AND (downloads_max <= 1000)));
alter table public.products add constraint products_kind_check CHECK ((kind = ANY (ARRAY['download'::text, 'track'::text, 'beat'::text, 'stems'::text, 'sample-pack'::text, 'bundle'::text, 'lead-magnet'::text]))) NOT VALID;
alter table public.products add constraint products_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.products add constraint products_organization_id_slug_key UNIQUE (organization_id, slug);
alter table public.products add constraint products_pkey PRIMARY KEY (organization_id, id);
alter table public.products add constraint products_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'::text));
alter table public.products add constraint products_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'unlisted'::text])));
alter table public.products add constraint products_summary_check CHECK ((length(summary) <= 400));
alter table public.products add constraint products_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160)));
alter table public.purchases add constraint purchases_organization_id_order_id_fkey FOREIGN KEY (organization_id, order_id) REFERENCES public.orders(organization_id, id);
alter table public.purchases add constraint purchases_organization_id_product_id_fkey FOREIGN KEY (organization_id, product_id) REFERENCES public.products(organization_id, id);
alter table public.purchases add constraint purchases_pkey PRIMARY KEY (organization_id, id);
alter table public.purchases add constraint purchases_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
alter table public.reconcile_drift add constraint reconcile_drift_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'organization'::text, 'membership'::text])));
alter table public.reconcile_drift add constraint reconcile_drift_pkey PRIMARY KEY (run_id, id);
alter table public.reconcile_drift add constraint reconcile_drift_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.reconcile_runs(id) ON DELETE CASCADE;
alter table public.reconcile_drift add constraint reconcile_drift_run_id_kind_subject_key UNIQUE (run_id, kind, subject);
alter table public.reconcile_drift add constraint reconcile_drift_standing_check CHECK ((standing = ANY (ARRAY['missing'::text, 'stale'::text, 'gone'::text])));
alter table public.reconcile_drift add constraint reconcile_drift_state_check CHECK ((state = ANY (ARRAY['open'::text, 'healed'::text, 'held'::text, 'failed'::text])));
alter table public.reconcile_runs add constraint reconcile_runs_mode_check CHECK ((mode = ANY (ARRAY['full'::text, 'recent'::text, 'backfill'::text])));
alter table public.reconcile_runs add constraint reconcile_runs_phase_check CHECK ((phase = ANY (ARRAY['recent-users'::text, 'count-users'::text, 'users'::text, 'organizations'::text, 'memberships'::text, 'gone-users'::text, 'gone-organizations'::text, 'gone-memberships'::text])));
alter table public.reconcile_runs add constraint reconcile_runs_pkey PRIMARY KEY (id);
alter table public.reconcile_runs add constraint reconcile_runs_started_by_check CHECK ((started_by = ANY (ARRAY['clock'::text, 'command'::text, 'operator'::text])));
alter table public.reconcile_runs add constraint reconcile_runs_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])));
alter table public.reconcile_seen add constraint reconcile_seen_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'organization'::text, 'membership'::text])));
alter table public.reconcile_seen add constraint reconcile_seen_pkey PRIMARY KEY (run_id, kind, subject);
alter table public.reconcile_seen add constraint reconcile_seen_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.reconcile_runs(id) ON DELETE CASCADE;
alter table public.refunds add constraint refunds_amount_cents_check CHECK ((amount_cents > 0));
alter table public.refunds add constraint refunds_organization_id_order_id_fkey FOREIGN KEY (organization_id, order_id) REFERENCES public.orders(organization_id, id);
alter table public.refunds add constraint refunds_pkey PRIMARY KEY (organization_id, id);
alter table public.refunds add constraint refunds_provider_refund_id_key UNIQUE (provider_refund_id);
alter table public.refunds add constraint refunds_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.users(id);
alter table public.refunds add constraint refunds_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'succeeded'::text, 'failed'::text])));
alter table public.role_permissions add constraint role_permissions_pkey PRIMARY KEY (role, permission);
alter table public.role_permissions add constraint role_permissions_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'instructor'::text, 'assistant'::text, 'student'::text, 'guardian'::text])));
alter table public.sections add constraint sections_organization_id_course_id_fkey FOREIGN KEY (organization_id, course_id) REFERENCES public.courses(organization_id, id) ON DELETE CASCADE;
alter table public.sections add constraint sections_pkey PRIMARY KEY (organization_id, id);
alter table public.sections add constraint sections_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160)));
alter table public.storefront_pictures add constraint storefront_pictures_organization_id_file_id_fkey FOREIGN KEY (organization_id, file_id) REFERENCES public.files(organization_id, id);
alter table public.storefront_pictures add constraint storefront_pictures_organization_id_version_id_fkey FOREIGN KEY (organization_id, version_id) REFERENCES public.storefront_versions(organization_id, id) ON DELETE CASCADE;
alter table public.storefront_pictures add constraint storefront_pictures_pkey PRIMARY KEY (organization_id, version_id, file_id);
alter table public.storefront_versions add constraint storefront_versions_blocks_check CHECK (((jsonb_typeof(blocks) = 'array'::text) AND (jsonb_array_length(blocks) <= 40)));
alter table public.storefront_versions add constraint storefront_versions_check CHECK (((NOT is_published) OR (published_at IS NOT NULL)));
alter table public.storefront_versions add constraint storefront_versions_deed_check CHECK (((length(deed) >= 1) AND (length(deed) <= 80)));
alter table public.storefront_versions add constraint storefront_versions_description_check CHECK ((length(description) <= 200));
alter table public.storefront_versions add constraint storefront_versions_head_translations_check CHECK ((jsonb_typeof(head_translations) = 'object'::text)) NOT VALID;
alter table public.storefront_versions add constraint storefront_versions_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))) NOT VALID;
alter table public.storefront_versions add constraint storefront_versions_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.storefront_versions add constraint storefront_versions_organization_id_number_key UNIQUE (organization_id, number);
alter table public.storefront_versions add constraint storefront_versions_pkey PRIMARY KEY (organization_id, id);
alter table public.storefront_versions add constraint storefront_versions_previous_fkey FOREIGN KEY (organization_id, previous_id) REFERENCES public.storefront_versions(organization_id, id) ON DELETE SET NULL (previous_id);
alter table public.storefront_versions add constraint storefront_versions_title_check CHECK ((length(title) <= 70));
alter table public.sync_states add constraint sync_states_kind_check CHECK ((kind = ANY (ARRAY['user'::text, 'organization'::text, 'membership'::text])));
alter table public.sync_states add constraint sync_states_pkey PRIMARY KEY (provider, kind, subject);
alter table public.sync_states add constraint sync_states_provider_check CHECK ((provider = ANY (ARRAY['builtin'::text, 'clerk'::text])));
alter table public.user_identities add constraint user_identities_pkey PRIMARY KEY (id);
alter table public.user_identities add constraint user_identities_provider_check CHECK ((provider = ANY (ARRAY['builtin'::text, 'clerk'::text])));
alter table public.user_identities add constraint user_identities_provider_subject_key UNIQUE (provider, subject);
alter table public.user_identities add constraint user_identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;
alter table public.users add constraint users_clerk_id_key UNIQUE (clerk_id);
alter table public.users add constraint users_created_by_door_check CHECK ((created_by_door = ANY (ARRAY['webhook'::text, 'first-request'::text, 'sync'::text, 'purchase'::text, 'reconcile'::text])));
alter table public.users add constraint users_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))) NOT VALID;
alter table public.users add constraint users_pkey PRIMARY KEY (id);
alter table public.webhook_deliveries add constraint webhook_deliveries_organization_id_endpoint_id_event_id_key UNIQUE (organization_id, endpoint_id, event_id);
alter table public.webhook_deliveries add constraint webhook_deliveries_organization_id_endpoint_id_fkey FOREIGN KEY (organization_id, endpoint_id) REFERENCES public.webhook_endpoints(organization_id, id) ON DELETE CASCADE;
alter table public.webhook_deliveries add constraint webhook_deliveries_organization_id_event_id_fkey FOREIGN KEY (organization_id, event_id) REFERENCES public.outbox_events(organization_id, id) ON DELETE CASCADE;
alter table public.webhook_deliveries add constraint webhook_deliveries_pkey PRIMARY KEY (organization_id, id);
alter table public.webhook_deliveries add constraint webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'held'::text])));
alter table public.webhook_endpoints add constraint webhook_endpoints_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;
alter table public.webhook_endpoints add constraint webhook_endpoints_pkey PRIMARY KEY (organization_id, id);
alter table public.webhook_endpoints add constraint webhook_endpoints_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text, 'gone'::text, 'failing'::text])));
alter table public.webhook_events add constraint webhook_events_handled_by_check CHECK ((handled_by = ANY (ARRAY['fast'::text, 'queue'::text])));
alter table public.webhook_events add constraint webhook_events_pkey PRIMARY KEY (id);
alter table public.webhook_events add constraint webhook_events_provider_check CHECK ((provider = ANY (ARRAY['builtin'::text, 'clerk'::text, 'stripe'::text, 'stripe-connect'::text, 'zoom'::text, 'calendly'::text, 'resend'::text])));
alter table public.webhook_events add constraint webhook_events_provider_event_id_key UNIQUE (provider, event_id);
alter table public.webhook_events add constraint webhook_events_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'completed'::text, 'failed'::text])));
alter table public.webhook_tries add constraint webhook_tries_organization_id_delivery_id_fkey FOREIGN KEY (organization_id, delivery_id) REFERENCES public.webhook_deliveries(organization_id, id) ON DELETE CASCADE;
alter table public.webhook_tries add constraint webhook_tries_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'timed-out'::text, 'refused'::text, 'unreachable'::text])));
alter table public.webhook_tries add constraint webhook_tries_pkey PRIMARY KEY (organization_id, id);
alter table public.worker_heartbeats add constraint worker_heartbeats_pkey PRIMARY KEY (worker_id);

-- Indexes (135)
CREATE UNIQUE INDEX account_of_provider ON better_auth.account USING btree ("providerId", "accountId");
CREATE INDEX account_person ON better_auth.account USING btree ("userId");
CREATE INDEX hand_over_age ON better_auth.hand_over USING btree ("createdAt");
CREATE INDEX hand_over_parent ON better_auth.hand_over USING btree ("sessionId");
CREATE INDEX host_session_host ON better_auth.host_session USING btree (host);
CREATE INDEX host_session_parent ON better_auth.host_session USING btree ("sessionId");
CREATE INDEX passkey_person ON better_auth.passkey USING btree ("userId");
CREATE INDEX session_person ON better_auth.session USING btree ("userId");
CREATE INDEX verification_identifier ON better_auth.verification USING btree (identifier);
CREATE INDEX api_answers_old ON public.api_answers USING btree (created_at);
CREATE INDEX api_keys_maker ON public.api_keys USING btree (made_by);
CREATE INDEX api_keys_revoker ON public.api_keys USING btree (revoked_by);
CREATE INDEX bundle_parts_course ON public.bundle_parts USING btree (organization_id, course_id);
CREATE INDEX bundle_parts_product ON public.bundle_parts USING btree (organization_id, product_id);
CREATE INDEX checkouts_coupon ON public.checkouts USING btree (organization_id, coupon_id, status) WHERE (coupon_id IS NOT NULL);
CREATE INDEX checkouts_coupon_person ON public.checkouts USING btree (organization_id, coupon_id, lower(email)) WHERE (coupon_id IS NOT NULL);
CREATE UNIQUE INDEX checkouts_exclusive ON public.checkouts USING btree (organization_id, exclusive_subject_id) WHERE ((exclusive_subject_id IS NOT NULL) AND (status = ANY (ARRAY['open'::text, 'pending'::text, 'paid'::text])));
CREATE INDEX checkouts_offer ON public.checkouts USING btree (organization_id, offer_id);
CREATE INDEX checkouts_on_their_way ON public.checkouts USING btree (organization_id, created_at DESC) WHERE (status = 'pending'::text);
CREATE UNIQUE INDEX checkouts_open_attempt ON public.checkouts USING btree (organization_id, token_hash, offer_id, lower(email)) WHERE (status = 'open'::text);
CREATE INDEX checkouts_recent ON public.checkouts USING btree (organization_id, created_at DESC);
CREATE INDEX checkouts_subject ON public.checkouts USING btree (organization_id, subject_kind, subject_id);
CREATE INDEX checkouts_unsettled ON public.checkouts USING btree (created_at) WHERE (status = ANY (ARRAY['open'::text, 'pending'::text]));
CREATE INDEX checkouts_user ON public.checkouts USING btree (user_id) WHERE (user_id IS NOT NULL);
CREATE INDEX checkouts_visitor ON public.checkouts USING btree (lower(email)) WHERE (user_id IS NULL);
CREATE INDEX consent_answers_checkout ON public.consent_answers USING btree (organization_id, checkout_id) WHERE (checkout_id IS NOT NULL);
CREATE INDEX consent_answers_person ON public.consent_answers USING btree (organization_id, user_id, document_id, answered_at DESC, id DESC);
CREATE INDEX consent_answers_user ON public.consent_answers USING btree (user_id);
CREATE INDEX consent_answers_version ON public.consent_answers USING btree (organization_id, document_id, version_id);
CREATE UNIQUE INDEX consent_versions_draft ON public.consent_versions USING btree (organization_id, document_id) WHERE (published_at IS NULL);
CREATE INDEX consent_versions_published ON public.consent_versions USING btree (organization_id, published_at);
CREATE INDEX consent_versions_published_by ON public.consent_versions USING btree (published_by) WHERE (published_by IS NOT NULL);
CREATE UNIQUE INDEX coupons_code ON public.coupons USING btree (organization_id, code) WHERE (archived_at IS NULL);
CREATE INDEX courses_cover ON public.courses USING btree (organization_id, cover_file_id);
CREATE INDEX courses_instructor ON public.courses USING btree (organization_id, instructor_membership_id);
CREATE INDEX courses_listed ON public.courses USING btree (organization_id, "position", id) WHERE ((status = 'published'::text) AND (deleted_at IS NULL));
CREATE INDEX custom_fields_access ON public.custom_fields USING btree (organization_id, access);
CREATE UNIQUE INDEX custom_fields_label ON public.custom_fields USING btree (organization_id, lower(label));
CREATE INDEX custom_values_membership ON public.custom_values USING btree (organization_id, membership_id);
CREATE INDEX custom_values_user ON public.custom_values USING btree (user_id);
CREATE INDEX data_exports_over ON public.data_exports USING btree (expires_at);
CREATE INDEX data_exports_person ON public.data_exports USING btree (user_id, created_at DESC);
CREATE INDEX data_exports_school ON public.data_exports USING btree (organization_id) WHERE (organization_id IS NOT NULL);
CREATE INDEX departures_due ON public.departures USING btree (due_at);
CREATE UNIQUE INDEX departures_one ON public.departures USING btree (user_id, organization_id) NULLS NOT DISTINCT;
CREATE INDEX departures_school ON public.departures USING btree (organization_id) WHERE (organization_id IS NOT NULL);
CREATE UNIQUE INDEX domains_primary ON public.domains USING btree (organization_id) WHERE is_primary;
CREATE UNIQUE INDEX domains_verified ON public.domains USING btree (host) WHERE (state = 'verified'::text);
CREATE INDEX enrolment_orders_holder ON public.enrolment_orders USING btree (organization_id, course_id, user_id);
CREATE UNIQUE INDEX enrolment_orders_of_course ON public.enrolment_orders USING btree (organization_id, order_id, course_id);
CREATE INDEX enrolment_orders_user ON public.enrolment_orders USING btree (user_id);
CREATE INDEX enrolments_course ON public.enrolments USING btree (organization_id, course_id, started_at DESC, id DESC);
CREATE INDEX enrolments_last_lesson ON public.enrolments USING btree (organization_id, last_lesson_id) WHERE (last_lesson_id IS NOT NULL);
CREATE INDEX enrolments_order ON public.enrolments USING btree (organization_id, order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX enrolments_seen ON public.enrolments USING btree (organization_id, last_seen_at DESC) WHERE (last_seen_at IS NOT NULL);
CREATE INDEX enrolments_user ON public.enrolments USING btree (user_id, organization_id);
CREATE INDEX files_recent ON public.files USING btree (organization_id, created_at DESC);
CREATE INDEX files_uploader ON public.files USING btree (uploaded_by);
CREATE INDEX invitation_import_rows_address ON public.invitation_import_rows USING btree (lower(email));
CREATE INDEX invitation_import_rows_invitation ON public.invitation_import_rows USING btree (organization_id, invitation_id);
CREATE INDEX invitation_import_rows_sent ON public.invitation_import_rows USING btree (sent_at) WHERE (sent_at IS NOT NULL);
CREATE INDEX invitation_imports_newest ON public.invitation_imports USING btree (organization_id, created_at DESC);
CREATE INDEX invitation_imports_starter ON public.invitation_imports USING btree (started_by);
CREATE UNIQUE INDEX leads_address ON public.leads USING btree (organization_id, product_id, lower(email));
CREATE INDEX leads_email ON public.leads USING btree (lower(email));
CREATE INDEX leads_recent ON public.leads USING btree (organization_id, product_id, created_at DESC, id DESC);
CREATE INDEX ledger_accounts_user ON public.ledger_accounts USING btree (user_id) WHERE (user_id IS NOT NULL);
CREATE INDEX ledger_entries_account ON public.ledger_entries USING btree (organization_id, account_id);
CREATE INDEX ledger_entries_transaction ON public.ledger_entries USING btree (organization_id, transaction_id);
CREATE INDEX ledger_transactions_maker ON public.ledger_transactions USING btree (made_by) WHERE (made_by IS NOT NULL);
CREATE INDEX ledger_transactions_order ON public.ledger_transactions USING btree (organization_id, order_id);
CREATE INDEX lesson_attachments_file ON public.lesson_attachments USING btree (organization_id, file_id);
CREATE INDEX lesson_contents_media ON public.lesson_contents USING btree (organization_id, media_file_id);
CREATE INDEX lesson_progress_course ON public.lesson_progress USING btree (organization_id, course_id, user_id);
CREATE INDEX lesson_progress_lesson ON public.lesson_progress USING btree (organization_id, lesson_id);
CREATE INDEX lesson_progress_recent ON public.lesson_progress USING btree (organization_id, updated_at DESC);
CREATE INDEX lesson_progress_user ON public.lesson_progress USING btree (user_id);
CREATE INDEX lessons_course ON public.lessons USING btree (organization_id, course_id, "position");
CREATE INDEX lessons_section ON public.lessons USING btree (organization_id, section_id, "position");
CREATE INDEX licence_keys_user ON public.licence_keys USING btree (user_id, organization_id);
CREATE INDEX licences_product ON public.licences USING btree (organization_id, product_id, "position", id);
CREATE INDEX mail_messages_address ON public.mail_messages USING btree (lower(to_address));
CREATE INDEX mail_messages_organization ON public.mail_messages USING btree (organization_id) WHERE (organization_id IS NOT NULL);
CREATE INDEX mail_messages_recent ON public.mail_messages USING btree (created_at DESC);
CREATE INDEX music_facts_bpm ON public.music_facts USING btree (organization_id, bpm);
CREATE INDEX music_facts_preview ON public.music_facts USING btree (organization_id, preview_file_id);
CREATE INDEX music_facts_tags ON public.music_facts USING gin (tags);
CREATE INDEX offer_parts_subject ON public.offer_parts USING btree (organization_id, subject_kind, subject_id);
CREATE UNIQUE INDEX offers_active ON public.offers USING btree (organization_id, subject_kind, subject_id) WHERE (status = 'active'::text);
CREATE INDEX order_notes_checkout ON public.order_notes USING btree (organization_id, checkout_id, happened_at);
CREATE UNIQUE INDEX order_notes_source ON public.order_notes USING btree (organization_id, checkout_id, source_key) WHERE (source_key IS NOT NULL);
CREATE INDEX orders_buyer ON public.orders USING btree (organization_id, lower(buyer_email));
CREATE INDEX orders_customer ON public.orders USING btree (organization_id, user_id, placed_at DESC, id DESC);
CREATE INDEX orders_recent ON public.orders USING btree (organization_id, placed_at DESC, id DESC);
CREATE INDEX orders_user ON public.orders USING btree (user_id);
CREATE INDEX organization_invitations_address ON public.organization_invitations USING btree (lower(email));
CREATE INDEX organization_invitations_inviter ON public.organization_invitations USING btree (invited_by);
CREATE UNIQUE INDEX organization_invitations_open ON public.organization_invitations USING btree (organization_id, lower(email)) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX organization_memberships_user ON public.organization_memberships USING btree (user_id);
CREATE INDEX organizations_logo ON public.organizations USING btree (id, logo_file_id) WHERE (logo_file_id IS NOT NULL);
CREATE INDEX outbox_deliveries_open ON public.outbox_deliveries USING btree (created_at) WHERE (status = 'pending'::text);
CREATE INDEX outbox_events_new ON public.outbox_events USING btree (created_at) WHERE (fanned_out_at IS NULL);
CREATE INDEX outbox_events_recent ON public.outbox_events USING btree (organization_id, created_at DESC);
CREATE INDEX product_downloads_file ON public.product_downloads USING btree (organization_id, file_id);
CREATE INDEX product_downloads_purchase ON public.product_downloads USING btree (organization_id, purchase_id, file_id, happened_at);
CREATE INDEX product_downloads_user ON public.product_downloads USING btree (user_id);
CREATE INDEX product_files_file ON public.product_files USING btree (organization_id, file_id);
CREATE INDEX product_versions_released ON public.product_versions USING btree (organization_id, product_id, released_at DESC);
CREATE INDEX products_listed ON public.products USING btree (organization_id, "position", id) WHERE ((status = 'published'::text) AND (deleted_at IS NULL));
CREATE UNIQUE INDEX purchases_by_order ON public.purchases USING btree (organization_id, product_id, order_id) WHERE (order_id IS NOT NULL);
CREATE UNIQUE INDEX purchases_for_nothing ON public.purchases USING btree (organization_id, product_id, user_id) WHERE (order_id IS NULL);
CREATE INDEX purchases_order ON public.purchases USING btree (organization_id, order_id);
CREATE INDEX purchases_recent ON public.purchases USING btree (organization_id, product_id, created_at DESC, id DESC);
CREATE INDEX purchases_user ON public.purchases USING btree (user_id, organization_id);
CREATE INDEX reconcile_runs_recent ON public.reconcile_runs USING btree (created_at DESC, id DESC);
CREATE UNIQUE INDEX reconcile_runs_running ON public.reconcile_runs USING btree ((true)) WHERE (state = 'running'::text);
CREATE INDEX refunds_order ON public.refunds USING btree (organization_id, order_id);
CREATE INDEX refunds_requester ON public.refunds USING btree (requested_by);
CREATE INDEX refunds_unsettled ON public.refunds USING btree (created_at) WHERE (status = 'requested'::text);
CREATE INDEX sections_course ON public.sections USING btree (organization_id, course_id, "position");
CREATE INDEX storefront_pictures_file ON public.storefront_pictures USING btree (organization_id, file_id);
CREATE UNIQUE INDEX storefront_versions_draft ON public.storefront_versions USING btree (organization_id) WHERE is_draft;
CREATE INDEX storefront_versions_previous ON public.storefront_versions USING btree (organization_id, previous_id);
CREATE UNIQUE INDEX storefront_versions_published ON public.storefront_versions USING btree (organization_id) WHERE is_published;
CREATE INDEX sync_states_about ON public.sync_states USING btree (provider, kind, about, made_at) WHERE (about IS NOT NULL);
CREATE INDEX user_identities_user ON public.user_identities USING btree (user_id);
CREATE INDEX users_email ON public.users USING btree (lower(email)) WHERE (deleted_at IS NULL);
CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (next_attempt_at) WHERE (status = 'pending'::text);
CREATE INDEX webhook_deliveries_event ON public.webhook_deliveries USING btree (organization_id, event_id);
CREATE INDEX webhook_deliveries_newest ON public.webhook_deliveries USING btree (organization_id, endpoint_id, created_at DESC, id DESC);
CREATE INDEX webhook_events_done ON public.webhook_events USING btree (processed_at) INCLUDE (provider, handled_by, created_at, occurred_at) WHERE (processed_at IS NOT NULL);
CREATE INDEX webhook_events_open ON public.webhook_events USING btree (status, created_at) WHERE (status <> 'completed'::text);
CREATE INDEX webhook_events_recent ON public.webhook_events USING btree (created_at DESC, id DESC);
CREATE INDEX webhook_events_waiting ON public.webhook_events USING btree (waiting_on) WHERE (waiting_on IS NOT NULL);
CREATE INDEX webhook_tries_of_delivery ON public.webhook_tries USING btree (organization_id, delivery_id, created_at);

-- Functions (59)
CREATE OR REPLACE FUNCTION better_auth.forget_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
    begin
      delete from better_auth.verification where position('"' || lower(old.email) || '"' in lower(value)) > 0;
      delete from better_auth.verification where value = old.id or position('"' || old.id || '"' in value) > 0;
      return null;
    end
  $function$
;
CREATE OR REPLACE FUNCTION better_auth.tell_inbox()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
  $function$
;
CREATE OR REPLACE FUNCTION better_auth.tell_sessions_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
    begin
      perform pg_notify('cove_live', 'sessions-end:' || "userId") from (select distinct "userId" from ended) people;
      return null;
    end
  $function$
;
CREATE OR REPLACE FUNCTION jobs.begin_run(job bigint, run text)
 RETURNS TABLE(task text, payload json, attempts integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    update graphile_worker._private_jobs j
    set attempts = case when j.locked_by = run then j.attempts else j.attempts + 1 end, locked_at = now(), locked_by = run
    from graphile_worker._private_tasks t
    where t.id = j.task_id and j.id = job
      and (j.locked_by = run or (j.is_available and j.run_at <= now() + interval '2 seconds'))
    returning t.identifier, j.payload, j.attempts::integer
  $function$
;
CREATE OR REPLACE FUNCTION jobs.counts()
 RETURNS TABLE(state text, count bigint, oldest_due timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed' when attempts > 0 then 'retrying' else 'queued' end,
      count(*), min(run_at)
    from graphile_worker.jobs group by 1
  $function$
;
CREATE OR REPLACE FUNCTION jobs.depth(counted_max integer)
 RETURNS TABLE(task text, state text, count bigint, oldest_due timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select j.task_identifier, case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'failed' when j.attempts > 0 then 'retrying' else 'queued' end,
      count(*), min(j.run_at)
    from (select * from graphile_worker.jobs limit counted_max) j group by 1, 2
  $function$
;
CREATE OR REPLACE FUNCTION jobs.drop_done(job_ids bigint[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    delete from jobs.sends where job_id = any(job_ids);
    delete from graphile_worker._private_jobs where id = any(job_ids) and locked_at is null
  $function$
;
CREATE OR REPLACE FUNCTION jobs.enqueue(task text, payload json, key text, run_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => key, max_attempts => 25)::text; $function$
;
CREATE OR REPLACE FUNCTION jobs.enqueue_by_clock(task text)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    with added as (select * from graphile_worker.add_job(task, '{}', job_key => 'clock:' || task, max_attempts => 25))
    insert into jobs.sends as s (job_id, revision, again_at) select id, revision, now() + interval '1 minute' from added
    on conflict (job_id) do update set revision = excluded.revision, again_at = excluded.again_at
    returning job_id
  $function$
;
CREATE OR REPLACE FUNCTION jobs.enqueue_in_line(task text, payload json, key text, run_at timestamp with time zone, line text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$ select graphile_worker.add_job(task, payload, queue_name => line, run_at => run_at, job_key => key, max_attempts => 25)::text; $function$
;
CREATE OR REPLACE FUNCTION jobs.finish_run(job bigint, run text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    delete from graphile_worker._private_jobs where id = job and locked_by = run;
    delete from jobs.sends where job_id = job
  $function$
;
CREATE OR REPLACE FUNCTION jobs.free_lost_runs()
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    delete from jobs.sends s where not exists (select 1 from graphile_worker._private_jobs j where j.id = s.job_id);
    delete from graphile_worker._private_jobs
      where locked_by like 'run:%' and locked_at < now() - interval '10 minutes' and key is null and attempts >= max_attempts;
    with freed as (
      update graphile_worker._private_jobs set locked_at = null, locked_by = null
      where locked_by like 'run:%' and locked_at < now() - interval '10 minutes' returning 1)
    select count(*) from freed
  $function$
;
CREATE OR REPLACE FUNCTION jobs.list(wanted text, before bigint, size integer)
 RETURNS TABLE(id bigint, task text, state text, run_at timestamp with time zone, created_at timestamp with time zone, attempts integer, max_attempts integer, last_error text, locked_by text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select j.id, j.task_identifier, j.state, j.run_at, j.created_at, j.attempts::integer, j.max_attempts::integer, j.last_error, j.locked_by
    from (
      select *, case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed' when attempts > 0 then 'retrying' else 'queued' end as state
      from graphile_worker.jobs) j
    where (wanted is null or j.state = wanted) and (before is null or j.id < before)
    order by j.id desc limit size
  $function$
;
CREATE OR REPLACE FUNCTION jobs.note_stumble(job bigint, run text, fault text, pause_seconds double precision)
 RETURNS TABLE(is_over boolean, run_at timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    with stumbled as (
      update graphile_worker._private_jobs j
      set last_error = fault, run_at = now() + make_interval(secs => pause_seconds), locked_at = null, locked_by = null
      where j.id = job and j.locked_by = run
      returning j.id, j.attempts >= j.max_attempts as is_over, j.run_at),
    noted as (
      update jobs.sends s set again_at = case when x.is_over then now() else x.run_at + interval '1 minute' end
      from stumbled x where s.job_id = x.id)
    select is_over, run_at from stumbled
  $function$
;
CREATE OR REPLACE FUNCTION jobs.note_told(job_ids bigint[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    update jobs.sends s set again_at = greatest(s.again_at, greatest(j.run_at, now()) + interval '1 minute')
    from graphile_worker._private_jobs j where j.id = s.job_id and s.job_id = any(job_ids)
  $function$
;
CREATE OR REPLACE FUNCTION jobs.pending()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select count(*) from graphile_worker.jobs where locked_at is null and attempts < max_attempts $function$
;
CREATE OR REPLACE FUNCTION jobs.put_back(job_ids bigint[], pause_seconds double precision)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ update jobs.sends set times = times - 1, again_at = now() + make_interval(secs => pause_seconds) where job_id = any(job_ids) $function$
;
CREATE OR REPLACE FUNCTION jobs.retry(job bigint)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select exists (
      select 1 from graphile_worker.reschedule_jobs(
        array(select id from graphile_worker.jobs where id = job and locked_at is null and attempts >= max_attempts), run_at => now(), attempts => 0))
  $function$
;
CREATE OR REPLACE FUNCTION jobs.take_unsent(size integer)
 RETURNS TABLE(id bigint, task text, payload json, event_id text, run_at timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    with unsent as (
      select j.id, j.revision, j.run_at, j.key, j.payload, t.identifier
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      left join jobs.sends s on s.job_id = j.id
      where j.is_available and (s.job_id is null or s.revision <> j.revision or s.again_at <= now())
      order by j.priority, j.run_at, j.id limit size for update of j skip locked),
    marked as (
      insert into jobs.sends as s (job_id, revision, again_at)
      select u.id, u.revision, now() + interval '15 seconds' from unsent u
      on conflict (job_id) do update set revision = excluded.revision, times = s.times + 1, again_at = excluded.again_at
      returning s.job_id, s.times)
    select u.id, u.identifier, u.payload, format('%s:%s.%s', coalesce(u.key, u.identifier), u.id, m.times), u.run_at
    from unsent u join marked m on m.job_id = u.id
    order by u.run_at, u.id
  $function$
;
CREATE OR REPLACE FUNCTION jobs.withdraw(key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ delete from graphile_worker._private_jobs j where j.key = withdraw.key and j.locked_at is null $function$
;
CREATE OR REPLACE FUNCTION public.analyze_synced()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    begin
      analyze public.users, public.user_identities, public.organizations, public.organization_memberships, public.sync_states;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.count_course_sales(course uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select count(*)::int from public.checkouts c
    where c.organization_id = (select public.current_organization())
      and c.subject_kind = 'course' and c.subject_id = course and c.status in ('open', 'pending', 'paid')
      and (select public.current_may('courses.manage'))
  $function$
;
CREATE OR REPLACE FUNCTION public.count_lessons()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
    begin
      if tg_op <> 'INSERT' then
        update public.courses set lesson_count = lesson_count - 1 where organization_id = old.organization_id and id = old.course_id;
      end if;
      if tg_op <> 'DELETE' then
        update public.courses set lesson_count = lesson_count + 1 where organization_id = new.organization_id and id = new.course_id;
      end if;
      return null;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.count_product_sales(product uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select (
      (select count(*) from public.checkouts c
        where c.organization_id = (select public.current_organization())
          and c.subject_id in (select product union all select l.id from public.licences l where l.organization_id = c.organization_id and l.product_id = product)
          and c.subject_kind in ('product', 'licence') and c.status in ('open', 'pending'))
      + (select count(*) from public.purchases p
        where p.organization_id = (select public.current_organization()) and p.product_id = product)
      + (select count(*) from public.leads l
        where l.organization_id = (select public.current_organization()) and l.product_id = product)
    )::int
    where (select public.current_may('courses.manage'))
  $function$
;
CREATE OR REPLACE FUNCTION public.current_api_key()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$ begin return (nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o' ->> 'key')::uuid; end $function$
;
CREATE OR REPLACE FUNCTION public.current_claims()
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('request.jwt.claims'::text, true), ''::text))::jsonb
;
CREATE OR REPLACE FUNCTION public.current_may(wanted text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
    declare door jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o';
    begin
      if door ? 'may' and not door -> 'may' ? wanted then return false; end if;
      return exists (select 1 from public.role_permissions where permission = wanted and role = door ->> 'rol');
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.current_member_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (((NULLIF(current_setting('request.jwt.claims'::text, true), ''::text))::jsonb -> 'o'::text) ->> 'rol'::text)
;
CREATE OR REPLACE FUNCTION public.current_organization()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$ begin return (nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'o' ->> 'id')::uuid; end $function$
;
CREATE OR REPLACE FUNCTION public.current_user_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$ begin return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid; end $function$
;
CREATE OR REPLACE FUNCTION public.current_user_profile()
 RETURNS TABLE(id uuid, email text, name text, image_url text, is_operator boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select u.id, u.email, u.name, u.image_url, u.is_operator
    from public.users u
    where u.id = (select public.current_user_id()) and u.deleted_at is null
  $function$
;
CREATE OR REPLACE FUNCTION public.end_given_enrolment(enrolment uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    begin
      if not public.current_may('enrolments.manage') then return false; end if;
      update public.enrolments e set status = 'ended', ended_at = now()
        where e.organization_id = public.current_organization() and e.id = enrolment and e.status = 'active' and e.source <> 'order';
      return found;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.find_organization(wanted text)
 RETURNS TABLE(id uuid, slug text, name text, preset text, brand_colour text, tagline text, hero_title text, hero_text text, about text, time_zone text, currency text, locale text, status text, type_pair text, look text, logo_file_id uuid, logo_key text, languages text[], tagline_translations jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select o.id, o.slug, o.name, o.preset, o.brand_colour, o.tagline, o.hero_title, o.hero_text,
      o.about, o.time_zone, o.currency, o.locale, o.status, o.type_pair, o.look, o.logo_file_id, o.logo_key, o.languages,
      o.tagline_translations
    from public.organizations o where o.slug = wanted and o.deleted_at is null
  $function$
;
CREATE OR REPLACE FUNCTION public.give_enrolment(new_id uuid, course uuid, person uuid)
 RETURNS TABLE(enrolment uuid, is_new boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    declare school uuid := public.current_organization();
    begin
      if not public.current_may('enrolments.manage') or not exists (
        select 1 from public.organization_memberships m where m.organization_id = school and m.user_id = person and m.deleted_at is null
      ) then return; end if;

      return query
        insert into public.enrolments as e (organization_id, id, course_id, user_id, source) values (school, new_id, course, person, 'invitation')
        on conflict (organization_id, course_id, user_id) do update set source = 'invitation', order_id = null, status = 'active', ended_at = null
          where e.status = 'ended'
        returning e.id, true;
      if not found then
        return query select e.id, false from public.enrolments e where e.organization_id = school and e.course_id = course and e.user_id = person;
      end if;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.is_bought_file(school uuid, file uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
    begin
      return exists (select 1 from public.product_files f
        where f.organization_id = school and f.file_id = file and f.version_id in (select public.my_product_versions()));
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.is_lesson_file(school uuid, file uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
    begin
      return exists (select 1 from public.lesson_contents c where c.organization_id = school and c.media_file_id = file)
        or exists (select 1 from public.lesson_attachments a where a.organization_id = school and a.file_id = file);
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.is_preview_file(school uuid, file uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
    begin
      return exists (select 1 from public.music_facts m where m.organization_id = school and m.preview_file_id = file);
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.keep_an_owner()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    begin
      if current_setting('cove.provider_says', true) = 'on' then return new; end if;
      if exists (select 1 from public.organizations o where o.id = old.organization_id and o.deleted_at is not null) then return new; end if;

      perform pg_advisory_xact_lock(hashtextextended('owners:' || old.organization_id::text, 0));
      if not exists (
        select 1 from public.organization_memberships m
        where m.organization_id = old.organization_id and m.id <> old.id and m.role = 'owner' and m.deleted_at is null
      ) then
        raise exception 'a school keeps at least one owner' using errcode = 'check_violation', constraint = 'organization_keeps_an_owner';
      end if;
      return new;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.keep_published_text()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
    begin
      if old.published_at is not null and row(new.document_id, new.number, new.title, new.body_html, new.change_note, new.binding_at, new.published_at)
        is distinct from row(old.document_id, old.number, old.title, old.body_html, old.change_note, old.binding_at, old.published_at) then
        raise exception 'a version that people may have agreed to is not changed' using errcode = 'check_violation';
      end if;
      return new;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.list_member_addresses()
 RETURNS TABLE(user_id uuid, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select u.id, u.email
    from public.organization_memberships m join public.users u on u.id = m.user_id
    where m.organization_id = (select public.current_organization())
      and (select public.current_may('people.addresses'))
  $function$
;
CREATE OR REPLACE FUNCTION public.list_my_organizations()
 RETURNS TABLE(id uuid, slug text, name text, role text, brand_colour text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select o.id, o.slug, o.name, m.role, o.brand_colour
    from public.organization_memberships m join public.organizations o on o.id = m.organization_id
    where m.user_id = (select public.current_user_id()) and m.deleted_at is null and o.deleted_at is null
    order by o.name
  $function$
;
CREATE OR REPLACE FUNCTION public.merge_users(gone uuid, kept uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
    declare
      pointer record;
      found_row tid;
      moved integer := 0;
    begin
      for pointer in
        select c.conrelid::regclass as table_name, a.attname as column_name
        from pg_catalog.pg_constraint c
        join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'public.users'::regclass and cardinality(c.conkey) = 1
        order by 1, 2
      loop
        for found_row in execute format('select ctid from %s where %I = $1', pointer.table_name, pointer.column_name) using gone loop
          begin
            execute format('update %s set %I = $1 where ctid = $2', pointer.table_name, pointer.column_name) using kept, found_row;
            moved := moved + 1;
          exception when unique_violation then null;
          end;
        end loop;
      end loop;
      return moved;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.my_active_courses()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select e.course_id from public.enrolments e
    where e.user_id = (select public.current_user_id())
      and e.organization_id = (select public.current_organization())
      and e.status = 'active'
  $function$
;
CREATE OR REPLACE FUNCTION public.my_product_versions()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select v.id from public.purchases p
    join public.product_versions v on v.organization_id = p.organization_id and v.product_id = p.product_id
      -- A release that was taken back may leave only older ones: the newest of those is everybody's.
      and (v.released_at >= p.versions_from or v.released_at = (select max(w.released_at) from public.product_versions w
        where w.organization_id = v.organization_id and w.product_id = v.product_id))
    where p.user_id = (select public.current_user_id())
      and p.organization_id = (select public.current_organization())
      and p.paid_at is not null and p.refunded_at is null
  $function$
;
CREATE OR REPLACE FUNCTION public.my_products()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select p.product_id from public.purchases p
    where p.user_id = (select public.current_user_id())
      and p.organization_id = (select public.current_organization())
      and p.paid_at is not null and p.refunded_at is null
  $function$
;
CREATE OR REPLACE FUNCTION public.open_tenant(asker uuid, tenant uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    declare held text;
    begin
      if asker is not null and tenant is not null then
        select m.role into held from public.organization_memberships m
        where m.organization_id = tenant and m.user_id = asker and m.deleted_at is null;
      end if;
      perform set_config('request.jwt.claims',
        jsonb_build_object('sub', asker, 'o', jsonb_build_object('id', tenant, 'rol', held))::text, true);
      return held;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.open_tenant_by_key(hash text, tenant uuid, scope text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
  $function$
;
CREATE OR REPLACE FUNCTION public.permissions_of_scope(scope text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE scope WHEN 'courses:read'::text THEN ARRAY['courses.manage'::text] WHEN 'people:read'::text THEN ARRAY['people.read'::text, 'people.addresses'::text] WHEN 'people:write'::text THEN ARRAY['people.read'::text, 'people.addresses'::text, 'people.manage'::text] WHEN 'enrolments:read'::text THEN ARRAY['progress.read'::text] WHEN 'enrolments:write'::text THEN ARRAY['progress.read'::text, 'people.read'::text, 'enrolments.manage'::text] WHEN 'orders:read'::text THEN ARRAY['orders.read'::text] WHEN 'coupons:read'::text THEN ARRAY['offers.manage'::text] WHEN 'webhooks:read'::text THEN ARRAY['webhooks.manage'::text] ELSE ARRAY[]::text[] END
;
CREATE OR REPLACE FUNCTION public.primary_domain_of(school uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select d.host from public.domains d where d.organization_id = school and d.is_primary and d.state = 'verified'
  $function$
;
CREATE OR REPLACE FUNCTION public.readable_courses()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$ begin return query select c.id from public.courses c where c.organization_id = (select public.current_organization()); end $function$
;
CREATE OR REPLACE FUNCTION public.readable_covers()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
    begin
      return query select c.cover_file_id from public.courses c
        where c.organization_id = (select public.current_organization()) and c.cover_file_id is not null;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.refuse_ledger_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$ begin raise exception 'ledger entries are never changed; post a new transaction' using errcode = 'restrict_violation'; end $function$
;
CREATE OR REPLACE FUNCTION public.require_ledger_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
    declare total bigint;
    begin
      select sum(amount_cents) into total from public.ledger_entries
      where organization_id = new.organization_id and transaction_id = new.transaction_id;
      if total <> 0 then
        raise exception 'ledger transaction % is off by %', new.transaction_id, total using errcode = 'check_violation';
      end if;
      return null;
    end $function$
;
CREATE OR REPLACE FUNCTION public.set_updated_at()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$ begin new.updated_at := now(); return new; end $function$
;
CREATE OR REPLACE FUNCTION public.shown_pictures()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO ''
AS $function$
    begin
      return query select p.file_id from public.storefront_pictures p join public.storefront_versions v
        on v.organization_id = p.organization_id and v.id = p.version_id
        where p.organization_id = (select public.current_organization()) and v.is_published;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.slug_of_domain(wanted text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    select o.slug from public.domains d join public.organizations o on o.id = d.organization_id
    where d.host = wanted and d.state = 'verified' and o.deleted_at is null
  $function$
;
CREATE OR REPLACE FUNCTION public.take_api_key(hash text, tenant uuid)
 RETURNS TABLE(key_id uuid, made_by uuid, scopes text[], used integer, seconds_left integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
    update public.api_keys k set
      last_used_at = now(),
      window_used = case when k.window_started_at > now() - interval '1 minute' then k.window_used + 1 else 1 end,
      window_started_at = case when k.window_started_at > now() - interval '1 minute' then k.window_started_at else now() end
    from public.organization_memberships m, public.role_permissions p
    where k.secret_hash = hash and k.organization_id = tenant and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
      and m.organization_id = tenant and m.user_id = k.made_by and m.deleted_at is null
      and p.role = m.role and p.permission = 'api-keys.manage'
    returning k.id, k.made_by, k.scopes, k.window_used, greatest(1, ceil(extract(epoch from k.window_started_at + interval '1 minute' - now())))::integer
  $function$
;
CREATE OR REPLACE FUNCTION public.tell_pages()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
    begin
      perform pg_notify('cove_live', organization_id || ':pages') from (select distinct organization_id from changed) schools;
      return null;
    end
  $function$
;
CREATE OR REPLACE FUNCTION public.tell_pages_of_school()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
    begin
      perform pg_notify('cove_live', id || ':pages') from changed;
      return null;
    end
  $function$
;

-- Triggers (134)
CREATE TRIGGER tell_sessions_end AFTER DELETE ON better_auth.session REFERENCING OLD TABLE AS ended FOR EACH STATEMENT EXECUTE FUNCTION better_auth.tell_sessions_end();
CREATE TRIGGER forget_links AFTER DELETE ON better_auth."user" FOR EACH ROW EXECUTE FUNCTION better_auth.forget_links();
CREATE TRIGGER tell_inbox AFTER INSERT OR DELETE ON better_auth."user" FOR EACH ROW EXECUTE FUNCTION better_auth.tell_inbox();
CREATE TRIGGER tell_inbox_of_change AFTER UPDATE ON better_auth."user" FOR EACH ROW WHEN (((((old.name IS DISTINCT FROM new.name) OR (old.email IS DISTINCT FROM new.email)) OR (old."emailVerified" IS DISTINCT FROM new."emailVerified")) OR (old.image IS DISTINCT FROM new.image))) EXECUTE FUNCTION better_auth.tell_inbox();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.api_answers FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.api_origins FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.bundle_parts FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.bundle_parts REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.bundle_parts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.bundle_parts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.checkouts FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.consent_answers FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.consent_documents FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.consent_documents REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.consent_documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.consent_documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER keep_published_text BEFORE UPDATE ON public.consent_versions FOR EACH ROW EXECUTE FUNCTION public.keep_published_text();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.consent_versions FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.consent_versions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.consent_versions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.consent_versions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.coupon_subjects FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.coupons FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.courses FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.courses REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.courses REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.courses REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.custom_fields FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.custom_values FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.data_exports FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.departures FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.domains FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.domains REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.domains REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.enrolment_orders FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.enrolments FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.files FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.invitation_import_rows FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.invitation_imports FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.leads FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.ledger_accounts FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON public.ledger_entries FOR EACH ROW EXECUTE FUNCTION public.refuse_ledger_change();
CREATE CONSTRAINT TRIGGER require_balance AFTER INSERT ON public.ledger_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.require_ledger_balance();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.ledger_transactions FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.lesson_attachments FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.lesson_attachments REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.lesson_attachments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.lesson_attachments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.lesson_contents FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.lesson_contents REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.lesson_contents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.lesson_contents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.lesson_progress FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER count_lessons AFTER INSERT OR DELETE OR UPDATE OF organization_id, course_id ON public.lessons FOR EACH ROW EXECUTE FUNCTION public.count_lessons();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.lessons FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.lessons REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.lessons REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.lessons REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.licence_keys FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.licences FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.licences REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.licences REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.licences REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.mail_messages FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.music_facts FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.music_facts REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.music_facts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.music_facts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.offer_parts FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.offer_parts REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.offer_parts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.offer_parts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.offers FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.offers REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.offers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.offers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.order_notes FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.organization_invitations FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER keep_an_owner BEFORE UPDATE OF role, deleted_at ON public.organization_memberships FOR EACH ROW WHEN (((old.role = 'owner'::text) AND (old.deleted_at IS NULL) AND ((new.role <> 'owner'::text) OR (new.deleted_at IS NOT NULL)))) EXECUTE FUNCTION public.keep_an_owner();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.organization_memberships FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.organization_memberships REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.organization_memberships REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.organization_memberships REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.organizations FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.organizations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages_of_school();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.organizations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages_of_school();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.outbox_deliveries FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.outbox_events FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.payout_accounts FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.payout_accounts REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.payout_accounts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.payout_accounts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.product_downloads FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.product_files FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.product_files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.product_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.product_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.product_versions FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.product_versions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.product_versions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.product_versions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.products FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.products REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.products REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.products REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.purchases FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.reconcile_drift FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.reconcile_runs FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.refunds FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.role_permissions FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.sections FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.sections REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.sections REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.sections REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.storefront_pictures FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.storefront_pictures REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.storefront_pictures REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.storefront_pictures REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.storefront_versions FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER tell_pages_of_delete AFTER DELETE ON public.storefront_versions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_insert AFTER INSERT ON public.storefront_versions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER tell_pages_of_update AFTER UPDATE ON public.storefront_versions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.tell_pages();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.sync_states FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.user_identities FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.webhook_deliveries FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.webhook_endpoints FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.webhook_events FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();
CREATE TRIGGER set_updated_at BEFORE UPDATE ON public.worker_heartbeats FOR EACH ROW EXECUTE FUNCTION public.set_updated_at();

-- Policies (206)
create policy all_service on public.api_answers for all to service_role using true with check true;
create policy insert_key on public.api_answers for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (key_id = ( SELECT public.current_api_key() AS current_api_key)));
create policy select_key on public.api_answers for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (key_id = ( SELECT public.current_api_key() AS current_api_key)));
create policy update_key on public.api_answers for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (key_id = ( SELECT public.current_api_key() AS current_api_key))) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (key_id = ( SELECT public.current_api_key() AS current_api_key)));
create policy all_service on public.api_keys for all to service_role using true with check true;
create policy insert_manager on public.api_keys for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('api-keys.manage'::text) AS current_may));
create policy select_helper on public.api_keys for select to migrator using true;
create policy select_manager on public.api_keys for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('api-keys.manage'::text) AS current_may));
create policy update_helper on public.api_keys for update to migrator using true with check true;
create policy update_manager on public.api_keys for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('api-keys.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('api-keys.manage'::text) AS current_may));
create policy all_service on public.api_origins for all to service_role using true with check true;
create policy delete_manager on public.api_origins for delete to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('api-keys.manage'::text) AS current_may));
create policy insert_manager on public.api_origins for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('api-keys.manage'::text) AS current_may));
create policy select_everyone on public.api_origins for select to anon, authenticated using (organization_id = ( SELECT public.current_organization() AS current_organization));
create policy all_manager on public.bundle_parts for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.bundle_parts for all to service_role using true with check true;
create policy select_reader on public.bundle_parts for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (EXISTS ( SELECT 1
   FROM public.products p
  WHERE ((p.organization_id = bundle_parts.organization_id) AND (p.id = bundle_parts.bundle_id)))));
create policy all_service on public.checkouts for all to service_role using true with check true;
create policy select_books on public.checkouts for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy select_own on public.checkouts for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy select_sales_helper on public.checkouts for select to migrator using true;
create policy all_service on public.consent_answers for all to service_role using true with check true;
create policy insert_own on public.consent_answers for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)) AND (version_id IN ( SELECT v.id
   FROM public.consent_versions v
  WHERE ((v.organization_id = ( SELECT public.current_organization() AS current_organization)) AND (v.published_at IS NOT NULL)))));
create policy select_own on public.consent_answers for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy select_staff on public.consent_answers for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.read'::text) AS current_may));
create policy all_service on public.consent_documents for all to service_role using true with check true;
create policy delete_manager on public.consent_documents for delete to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy insert_manager on public.consent_documents for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy select_public on public.consent_documents for select to anon, authenticated using (organization_id = ( SELECT public.current_organization() AS current_organization));
create policy update_manager on public.consent_documents for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy all_service on public.consent_versions for all to service_role using true with check true;
create policy delete_manager on public.consent_versions for delete to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (published_at IS NULL) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy insert_manager on public.consent_versions for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy select_manager on public.consent_versions for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy select_public on public.consent_versions for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (published_at IS NOT NULL));
create policy update_manager on public.consent_versions for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (published_at IS NULL) AND ( SELECT public.current_may('school.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy all_manager on public.coupon_subjects for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may));
create policy all_service on public.coupon_subjects for all to service_role using true with check true;
create policy all_manager on public.coupons for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may));
create policy all_service on public.coupons for all to service_role using true with check true;
create policy all_manager on public.courses for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.courses for all to service_role using true with check true;
create policy select_learner on public.courses for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (id IN ( SELECT public.my_active_courses() AS my_active_courses)));
create policy select_public on public.courses for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (status = ANY (ARRAY['published'::text, 'unlisted'::text])) AND (deleted_at IS NULL));
create policy all_service on public.custom_fields for all to service_role using true with check true;
create policy delete_manager on public.custom_fields for delete to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy insert_manager on public.custom_fields for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy select_member on public.custom_fields for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (access = ANY (ARRAY['sees'::text, 'edits'::text])) AND (( SELECT public.current_user_id() AS current_user_id) IS NOT NULL) AND (( SELECT public.current_member_role() AS current_member_role) IS NOT NULL));
create policy select_staff on public.custom_fields for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.read'::text) AS current_may));
create policy update_manager on public.custom_fields for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy all_service on public.custom_values for all to service_role using true with check true;
create policy delete_manager on public.custom_values for delete to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy insert_manager on public.custom_values for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy select_own on public.custom_values for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)) AND (field_id IN ( SELECT f.id
   FROM public.custom_fields f
  WHERE ((f.organization_id = ( SELECT public.current_organization() AS current_organization)) AND (f.access = ANY (ARRAY['sees'::text, 'edits'::text]))))));
create policy select_staff on public.custom_values for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.read'::text) AS current_may));
create policy update_manager on public.custom_values for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy all_service on public.data_exports for all to service_role using true with check true;
create policy all_service on public.departures for all to service_role using true with check true;
create policy all_service on public.domains for all to service_role using true with check true;
create policy delete_manager on public.domains for delete to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy insert_manager on public.domains for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy select_helper on public.domains for select to migrator using true;
create policy select_manager on public.domains for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy update_manager on public.domains for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy all_service on public.enrolment_orders for all to service_role using true with check true;
create policy select_books on public.enrolment_orders for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy all_service on public.enrolments for all to service_role using true with check true;
create policy insert_helper on public.enrolments for insert to migrator with check true;
create policy select_helper on public.enrolments for select to migrator using true;
create policy select_own on public.enrolments for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy select_teaching on public.enrolments for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('progress.read'::text) AS current_may));
create policy update_helper on public.enrolments for update to migrator using true with check true;
create policy update_own on public.enrolments for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)) AND (status = 'active'::text)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)) AND (status = 'active'::text));
create policy all_manager on public.files for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('files.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('files.manage'::text) AS current_may));
create policy all_service on public.files for all to service_role using true with check true;
create policy select_buyer on public.files for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (status = 'ready'::text) AND public.is_bought_file(organization_id, id));
create policy select_preview on public.files for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (status = 'ready'::text) AND public.is_preview_file(organization_id, id));
create policy select_reader on public.files for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (status = 'ready'::text) AND ((id IN ( SELECT public.readable_covers() AS readable_covers)) OR (id IN ( SELECT public.shown_pictures() AS shown_pictures)) OR public.is_lesson_file(organization_id, id)));
create policy all_manager on public.invitation_import_rows for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy all_service on public.invitation_import_rows for all to service_role using true with check true;
create policy all_manager on public.invitation_imports for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy all_service on public.invitation_imports for all to service_role using true with check true;
create policy all_service on public.leads for all to service_role using true with check true;
create policy delete_manager on public.leads for delete to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy select_addresses on public.leads for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.addresses'::text) AS current_may));
create policy select_helper on public.leads for select to migrator using true;
create policy all_service on public.ledger_accounts for all to service_role using true with check true;
create policy select_books on public.ledger_accounts for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy select_own on public.ledger_accounts for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy all_service on public.ledger_entries for all to service_role using true with check true;
create policy select_books on public.ledger_entries for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy select_own on public.ledger_entries for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (account_id IN ( SELECT a.id
   FROM public.ledger_accounts a
  WHERE ((a.organization_id = ( SELECT public.current_organization() AS current_organization)) AND (a.user_id = ( SELECT public.current_user_id() AS current_user_id))))));
create policy all_service on public.ledger_transactions for all to service_role using true with check true;
create policy select_books on public.ledger_transactions for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy select_own on public.ledger_transactions for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (made_by IS NOT NULL) AND (id IN ( SELECT e.transaction_id
   FROM (public.ledger_entries e
     JOIN public.ledger_accounts a ON (((a.organization_id = e.organization_id) AND (a.id = e.account_id))))
  WHERE ((a.organization_id = ( SELECT public.current_organization() AS current_organization)) AND (a.user_id = ( SELECT public.current_user_id() AS current_user_id))))));
create policy all_manager on public.lesson_attachments for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.lesson_attachments for all to service_role using true with check true;
create policy select_reader on public.lesson_attachments for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (EXISTS ( SELECT 1
   FROM public.lesson_contents c
  WHERE ((c.organization_id = lesson_attachments.organization_id) AND (c.lesson_id = lesson_attachments.lesson_id)))));
create policy all_manager on public.lesson_contents for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.lesson_contents for all to service_role using true with check true;
create policy select_learner on public.lesson_contents for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (EXISTS ( SELECT 1
   FROM public.lessons l
  WHERE ((l.organization_id = lesson_contents.organization_id) AND (l.id = lesson_contents.lesson_id) AND (l.course_id IN ( SELECT public.my_active_courses() AS my_active_courses))))));
create policy select_preview on public.lesson_contents for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (EXISTS ( SELECT 1
   FROM public.lessons l
  WHERE ((l.organization_id = lesson_contents.organization_id) AND (l.id = lesson_contents.lesson_id) AND l.is_preview))));
create policy all_service on public.lesson_progress for all to service_role using true with check true;
create policy insert_learner on public.lesson_progress for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)) AND (course_id IN ( SELECT public.my_active_courses() AS my_active_courses)));
create policy select_own on public.lesson_progress for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy select_teaching on public.lesson_progress for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('progress.read'::text) AS current_may));
create policy update_learner on public.lesson_progress for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)) AND (course_id IN ( SELECT public.my_active_courses() AS my_active_courses))) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)) AND (course_id IN ( SELECT public.my_active_courses() AS my_active_courses)));
create policy all_manager on public.lessons for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.lessons for all to service_role using true with check true;
create policy select_reader on public.lessons for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (course_id IN ( SELECT public.readable_courses() AS readable_courses)));
create policy all_service on public.licence_keys for all to service_role using true with check true;
create policy select_books on public.licence_keys for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy select_own on public.licence_keys for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy all_manager on public.licences for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may));
create policy all_service on public.licences for all to service_role using true with check true;
create policy select_helper on public.licences for select to migrator using true;
create policy select_reader on public.licences for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (EXISTS ( SELECT 1
   FROM public.products p
  WHERE ((p.organization_id = licences.organization_id) AND (p.id = licences.product_id)))));
create policy all_service on public.mail_messages for all to service_role using true with check true;
create policy all_manager on public.music_facts for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.music_facts for all to service_role using true with check true;
create policy select_reader on public.music_facts for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (EXISTS ( SELECT 1
   FROM public.products p
  WHERE ((p.organization_id = music_facts.organization_id) AND (p.id = music_facts.product_id)))));
create policy all_manager on public.offer_parts for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may));
create policy all_service on public.offer_parts for all to service_role using true with check true;
create policy select_active on public.offer_parts for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (EXISTS ( SELECT 1
   FROM public.offers o
  WHERE ((o.organization_id = offer_parts.organization_id) AND (o.id = offer_parts.offer_id)))));
create policy all_manager on public.offers for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('offers.manage'::text) AS current_may));
create policy all_service on public.offers for all to service_role using true with check true;
create policy select_active on public.offers for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (status = 'active'::text));
create policy all_service on public.order_notes for all to service_role using true with check true;
create policy select_books on public.order_notes for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy all_service on public.orders for all to service_role using true with check true;
create policy select_books on public.orders for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy select_own on public.orders for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy all_manager on public.organization_invitations for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may));
create policy all_service on public.organization_invitations for all to service_role using true with check true;
create policy all_service on public.organization_memberships for all to service_role using true with check true;
create policy select_helper on public.organization_memberships for select to migrator using true;
create policy select_people on public.organization_memberships for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.read'::text) AS current_may));
create policy select_public on public.organization_memberships for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND is_public AND (deleted_at IS NULL));
create policy select_self on public.organization_memberships for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy update_manager on public.organization_memberships for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may) AND ((role <> 'owner'::text) OR (( SELECT public.current_member_role() AS current_member_role) = 'owner'::text))) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('people.manage'::text) AS current_may) AND ((role <> 'owner'::text) OR (( SELECT public.current_member_role() AS current_member_role) = 'owner'::text)));
create policy all_service on public.organizations for all to service_role using true with check true;
create policy select_current on public.organizations for select to anon, authenticated using ((id = ( SELECT public.current_organization() AS current_organization)) AND (deleted_at IS NULL));
create policy select_helper on public.organizations for select to migrator using true;
create policy update_manager on public.organizations for update to authenticated using ((id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may)) with check ((id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy all_service on public.outbox_deliveries for all to service_role using true with check true;
create policy all_service on public.outbox_events for all to service_role using true with check true;
create policy insert_current on public.outbox_events for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (name !~~ 'order.%'::text) AND ((( SELECT public.current_member_role() AS current_member_role) IS NOT NULL) OR (EXISTS ( SELECT public.my_active_courses() AS my_active_courses))));
create policy all_owner on public.payout_accounts for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('payouts.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('payouts.manage'::text) AS current_may));
create policy all_service on public.payout_accounts for all to service_role using true with check true;
create policy select_current on public.payout_accounts for select to anon, authenticated using (organization_id = ( SELECT public.current_organization() AS current_organization));
create policy all_service on public.product_downloads for all to service_role using true with check true;
create policy select_books on public.product_downloads for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy select_own on public.product_downloads for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy all_manager on public.product_files for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.product_files for all to service_role using true with check true;
create policy select_reader on public.product_files for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (EXISTS ( SELECT 1
   FROM public.product_versions v
  WHERE ((v.organization_id = product_files.organization_id) AND (v.id = product_files.version_id)))));
create policy all_manager on public.product_versions for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.product_versions for all to service_role using true with check true;
create policy select_helper on public.product_versions for select to migrator using true;
create policy select_reader on public.product_versions for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (released_at IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM public.products p
  WHERE ((p.organization_id = product_versions.organization_id) AND (p.id = product_versions.product_id)))));
create policy all_manager on public.products for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.products for all to service_role using true with check true;
create policy select_buyer on public.products for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (id IN ( SELECT public.my_products() AS my_products)));
create policy select_public on public.products for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (status = ANY (ARRAY['published'::text, 'unlisted'::text])) AND (deleted_at IS NULL));
create policy all_service on public.purchases for all to service_role using true with check true;
create policy select_books on public.purchases for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy select_helper on public.purchases for select to migrator using true;
create policy select_own on public.purchases for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (user_id = ( SELECT public.current_user_id() AS current_user_id)));
create policy all_service on public.reconcile_drift for all to service_role using true with check true;
create policy all_service on public.reconcile_runs for all to service_role using true with check true;
create policy all_service on public.reconcile_seen for all to service_role using true with check true;
create policy all_service on public.refunds for all to service_role using true with check true;
create policy select_books on public.refunds for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('orders.read'::text) AS current_may));
create policy delete_migration on public.role_permissions for delete to migrator using true;
create policy insert_migration on public.role_permissions for insert to migrator with check true;
create policy select_everyone on public.role_permissions for select to anon, authenticated, service_role using true;
create policy select_helper on public.role_permissions for select to migrator using true;
create policy all_manager on public.sections for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('courses.manage'::text) AS current_may));
create policy all_service on public.sections for all to service_role using true with check true;
create policy select_reader on public.sections for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (EXISTS ( SELECT 1
   FROM public.courses c
  WHERE ((c.organization_id = sections.organization_id) AND (c.id = sections.course_id)))));
create policy all_manager on public.storefront_pictures for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy all_service on public.storefront_pictures for all to service_role using true with check true;
create policy select_public on public.storefront_pictures for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND (version_id IN ( SELECT v.id
   FROM public.storefront_versions v
  WHERE ((v.organization_id = ( SELECT public.current_organization() AS current_organization)) AND v.is_published))));
create policy all_manager on public.storefront_versions for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('school.manage'::text) AS current_may));
create policy all_service on public.storefront_versions for all to service_role using true with check true;
create policy select_public on public.storefront_versions for select to anon, authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND is_published);
create policy all_service on public.sync_states for all to service_role using true with check true;
create policy all_service on public.user_identities for all to service_role using true with check true;
create policy select_helper on public.user_identities for select to migrator using true;
create policy select_self on public.user_identities for select to authenticated using (user_id = ( SELECT public.current_user_id() AS current_user_id));
create policy all_service on public.users for all to service_role using true with check true;
create policy select_colleague on public.users for select to authenticated using (EXISTS ( SELECT 1
   FROM public.organization_memberships m
  WHERE ((m.user_id = users.id) AND (m.organization_id = ( SELECT public.current_organization() AS current_organization)))));
create policy select_helper on public.users for select to migrator using true;
create policy select_self on public.users for select to authenticated using (id = ( SELECT public.current_user_id() AS current_user_id));
create policy update_self on public.users for update to authenticated using (id = ( SELECT public.current_user_id() AS current_user_id)) with check (id = ( SELECT public.current_user_id() AS current_user_id));
create policy all_service on public.webhook_deliveries for all to service_role using true with check true;
create policy insert_manager on public.webhook_deliveries for insert to authenticated with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('webhooks.manage'::text) AS current_may));
create policy select_manager on public.webhook_deliveries for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('webhooks.manage'::text) AS current_may));
create policy update_manager on public.webhook_deliveries for update to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('webhooks.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('webhooks.manage'::text) AS current_may));
create policy all_manager on public.webhook_endpoints for all to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('webhooks.manage'::text) AS current_may)) with check ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('webhooks.manage'::text) AS current_may));
create policy all_service on public.webhook_endpoints for all to service_role using true with check true;
create policy all_service on public.webhook_events for all to service_role using true with check true;
create policy insert_trigger on public.webhook_events for insert to migrator with check true;
create policy all_service on public.webhook_tries for all to service_role using true with check true;
create policy select_manager on public.webhook_tries for select to authenticated using ((organization_id = ( SELECT public.current_organization() AS current_organization)) AND ( SELECT public.current_may('webhooks.manage'::text) AS current_may));
create policy all_service on public.worker_heartbeats for all to service_role using true with check true;

-- Grants on tables and columns (162)
grant delete, insert, select, update on better_auth.account to cove_auth_group;
grant delete, insert, select, update on better_auth.attempts to cove_auth_group;
grant delete, insert, select, update on better_auth.hand_over to cove_auth_group;
grant delete, insert, select, update on better_auth.host_session to cove_auth_group;
grant delete, insert, select, update on better_auth.passkey to cove_auth_group;
grant delete, insert, select, update on better_auth.session to cove_auth_group;
grant delete, insert, select, update on better_auth.two_factor to cove_auth_group;
grant delete, insert, select, update on better_auth."user" to cove_auth_group;
grant delete, insert, select, update on better_auth.verification to cove_auth_group;
grant insert, select on public.api_answers to authenticated;
grant update (body, status) on public.api_answers to authenticated;
grant delete, insert, select, update on public.api_answers to service_role;
grant insert, select on public.api_keys to authenticated;
grant update (revoked_at, revoked_by) on public.api_keys to authenticated;
grant delete, insert, select, update on public.api_keys to service_role;
grant select on public.api_origins to anon;
grant delete, insert, select on public.api_origins to authenticated;
grant delete, insert, select, update on public.api_origins to service_role;
grant select on public.bundle_parts to anon;
grant delete, insert, select, update on public.bundle_parts to authenticated;
grant delete, insert, select, update on public.bundle_parts to service_role;
grant select on public.checkouts to authenticated;
grant delete, insert, select, update on public.checkouts to service_role;
grant insert, select on public.consent_answers to authenticated;
grant delete, insert, select, update on public.consent_answers to service_role;
grant select on public.consent_documents to anon;
grant delete, insert, select, update on public.consent_documents to authenticated;
grant delete, insert, select, update on public.consent_documents to service_role;
grant select on public.consent_versions to anon;
grant delete, insert, select, update on public.consent_versions to authenticated;
grant delete, insert, select, update on public.consent_versions to service_role;
grant delete, insert, select, update on public.coupon_subjects to authenticated;
grant delete, insert, select, update on public.coupon_subjects to service_role;
grant delete, insert, select, update on public.coupons to authenticated;
grant delete, insert, select, update on public.coupons to service_role;
grant select on public.courses to anon;
grant insert, select, update on public.courses to authenticated;
grant delete, insert, select, update on public.courses to service_role;
grant delete, insert, select, update on public.custom_fields to authenticated;
grant delete, insert, select, update on public.custom_fields to service_role;
grant delete, insert, select, update on public.custom_values to authenticated;
grant delete, insert, select, update on public.custom_values to service_role;
grant delete, insert, select, update on public.data_exports to service_role;
grant delete, insert, select, update on public.departures to service_role;
grant delete, select on public.domains to authenticated;
grant insert (challenge, host, id, organization_id) on public.domains to authenticated;
grant update (is_primary) on public.domains to authenticated;
grant delete, insert, select, update on public.domains to service_role;
grant select on public.enrolment_orders to authenticated;
grant delete, insert, select, update on public.enrolment_orders to service_role;
grant select on public.enrolments to authenticated;
grant update (completed_at, last_lesson_id, last_seen_at) on public.enrolments to authenticated;
grant delete, insert, select, update on public.enrolments to service_role;
grant select on public.files to anon;
grant delete, insert, select, update on public.files to authenticated;
grant delete, insert, select, update on public.files to service_role;
grant delete, insert, select, update on public.invitation_import_rows to authenticated;
grant delete, insert, select, update on public.invitation_import_rows to service_role;
grant delete, insert, select, update on public.invitation_imports to authenticated;
grant delete, insert, select, update on public.invitation_imports to service_role;
grant delete, select on public.leads to authenticated;
grant delete, insert, select, update on public.leads to service_role;
grant select on public.ledger_accounts to authenticated;
grant insert, select on public.ledger_accounts to service_role;
grant update (holder, updated_at, user_id) on public.ledger_accounts to service_role;
grant select on public.ledger_entries to authenticated;
grant insert, select on public.ledger_entries to service_role;
grant select on public.ledger_transactions to authenticated;
grant insert, select on public.ledger_transactions to service_role;
grant update (description, made_by, updated_at) on public.ledger_transactions to service_role;
grant select on public.lesson_attachments to anon;
grant delete, insert, select, update on public.lesson_attachments to authenticated;
grant delete, insert, select, update on public.lesson_attachments to service_role;
grant select on public.lesson_contents to anon;
grant delete, insert, select, update on public.lesson_contents to authenticated;
grant delete, insert, select, update on public.lesson_contents to service_role;
grant insert, select, update on public.lesson_progress to authenticated;
grant delete, insert, select, update on public.lesson_progress to service_role;
grant select on public.lessons to anon;
grant delete, insert, select, update on public.lessons to authenticated;
grant delete, insert, select, update on public.lessons to service_role;
grant select on public.licence_keys to authenticated;
grant delete, insert, select, update on public.licence_keys to service_role;
grant select on public.licences to anon;
grant insert, select, update on public.licences to authenticated;
grant delete, insert, select, update on public.licences to service_role;
grant delete, insert, select, update on public.mail_messages to service_role;
grant select on public.music_facts to anon;
grant delete, insert, select, update on public.music_facts to authenticated;
grant delete, insert, select, update on public.music_facts to service_role;
grant select on public.offer_parts to anon;
grant insert, select on public.offer_parts to authenticated;
grant delete, insert, select, update on public.offer_parts to service_role;
grant select on public.offers to anon;
grant insert, select, update on public.offers to authenticated;
grant delete, insert, select, update on public.offers to service_role;
grant select on public.order_notes to authenticated;
grant delete, insert, select, update on public.order_notes to service_role;
grant select on public.orders to authenticated;
grant delete, insert, select, update on public.orders to service_role;
grant delete, insert, select, update on public.organization_invitations to authenticated;
grant delete, insert, select, update on public.organization_invitations to service_role;
grant select (bio, deleted_at, display_name, id, is_public, organization_id, profile, profile_type, title) on public.organization_memberships to anon;
grant select on public.organization_memberships to authenticated;
grant update (bio, deleted_at, display_name, is_public, role, title) on public.organization_memberships to authenticated;
grant delete, insert, select, update on public.organization_memberships to service_role;
grant select (about, brand_colour, created_at, currency, deleted_at, embed_origins, hero_text, hero_title, id, locale, name, preset, slug, status, tagline, time_zone) on public.organizations to anon;
grant select (about, brand_colour, created_at, currency, deleted_at, embed_origins, hero_text, hero_title, id, languages, locale, name, preset, slug, status, tagline, tagline_translations, time_zone, updated_at) on public.organizations to authenticated;
grant update (about, brand_colour, embed_origins, hero_text, hero_title, languages, locale, logo_file_id, logo_key, look, name, tagline, tagline_translations, time_zone, type_pair) on public.organizations to authenticated;
grant delete, insert, select, update on public.organizations to service_role;
grant delete, insert, select, update on public.outbox_deliveries to service_role;
grant insert on public.outbox_events to authenticated;
grant delete, insert, select, update on public.outbox_events to service_role;
grant select (id, organization_id, status) on public.payout_accounts to anon;
grant insert, update on public.payout_accounts to authenticated;
grant select (id, organization_id, provider, status) on public.payout_accounts to authenticated;
grant delete, insert, select, update on public.payout_accounts to service_role;
grant select on public.product_downloads to authenticated;
grant delete, insert, select, update on public.product_downloads to service_role;
grant select on public.product_files to anon;
grant delete, insert, select, update on public.product_files to authenticated;
grant delete, insert, select, update on public.product_files to service_role;
grant select on public.product_versions to anon;
grant delete, insert, select, update on public.product_versions to authenticated;
grant delete, insert, select, update on public.product_versions to service_role;
grant select on public.products to anon;
grant insert, select, update on public.products to authenticated;
grant delete, insert, select, update on public.products to service_role;
grant select on public.purchases to authenticated;
grant delete, insert, select, update on public.purchases to service_role;
grant delete, insert, select, update on public.reconcile_drift to service_role;
grant delete, insert, select, update on public.reconcile_runs to service_role;
grant delete, insert, select on public.reconcile_seen to service_role;
grant select on public.refunds to authenticated;
grant delete, insert, select, update on public.refunds to service_role;
grant select on public.role_permissions to anon;
grant select on public.role_permissions to authenticated;
grant select on public.role_permissions to service_role;
grant select on public.sections to anon;
grant delete, insert, select, update on public.sections to authenticated;
grant delete, insert, select, update on public.sections to service_role;
grant select on public.storefront_pictures to anon;
grant delete, insert, select on public.storefront_pictures to authenticated;
grant delete, insert, select, update on public.storefront_pictures to service_role;
grant select on public.storefront_versions to anon;
grant delete, insert, select on public.storefront_versions to authenticated;
grant update (is_draft, is_published, published_at) on public.storefront_versions to authenticated;
grant delete, insert, select, update on public.storefront_versions to service_role;
grant delete, insert, select, update on public.sync_states to service_role;
grant select on public.user_identities to authenticated;
grant delete, insert, select, update on public.user_identities to service_role;
grant select (created_at, deleted_at, id, image_url, name) on public.users to authenticated;
grant update (image_url, name) on public.users to authenticated;
grant delete, insert, select, update on public.users to service_role;
grant insert, select, update on public.webhook_deliveries to authenticated;
grant delete, insert, select, update on public.webhook_deliveries to service_role;
grant delete, insert, select, update on public.webhook_endpoints to authenticated;
grant delete, insert, select, update on public.webhook_endpoints to service_role;
grant delete, insert, select, update on public.webhook_events to service_role;
grant select on public.webhook_tries to authenticated;
grant delete, insert, select on public.webhook_tries to service_role;
grant delete, insert, select, update on public.worker_heartbeats to service_role;

-- Grants on functions (47)
grant execute on function jobs.begin_run(bigint,text) to service_role;
grant execute on function jobs.counts() to service_role;
grant execute on function jobs.depth(integer) to service_role;
grant execute on function jobs.drop_done(bigint[]) to service_role;
grant execute on function jobs.enqueue(text,json,text,timestamp with time zone) to authenticated, service_role;
grant execute on function jobs.enqueue_by_clock(text) to service_role;
grant execute on function jobs.enqueue_in_line(text,json,text,timestamp with time zone,text) to authenticated, service_role;
grant execute on function jobs.finish_run(bigint,text) to service_role;
grant execute on function jobs.free_lost_runs() to service_role;
grant execute on function jobs.list(text,bigint,integer) to service_role;
grant execute on function jobs.note_stumble(bigint,text,text,double precision) to service_role;
grant execute on function jobs.note_told(bigint[]) to service_role;
grant execute on function jobs.pending() to service_role;
grant execute on function jobs.put_back(bigint[],double precision) to service_role;
grant execute on function jobs.retry(bigint) to service_role;
grant execute on function jobs.take_unsent(integer) to service_role;
grant execute on function jobs.withdraw(text) to service_role;
grant execute on function public.analyze_synced() to service_role;
grant execute on function public.count_course_sales(uuid) to authenticated;
grant execute on function public.count_product_sales(uuid) to authenticated;
grant execute on function public.current_api_key() to authenticated;
grant execute on function public.current_claims() to anon, authenticated, service_role;
grant execute on function public.current_may(text) to anon, authenticated, service_role;
grant execute on function public.current_member_role() to anon, authenticated, service_role;
grant execute on function public.current_organization() to anon, authenticated, service_role;
grant execute on function public.current_user_id() to anon, authenticated, service_role;
grant execute on function public.current_user_profile() to authenticated;
grant execute on function public.end_given_enrolment(uuid) to authenticated;
grant execute on function public.find_organization(text) to anon, authenticated, service_role;
grant execute on function public.give_enrolment(uuid,uuid,uuid) to authenticated;
grant execute on function public.is_bought_file(uuid,uuid) to authenticated;
grant execute on function public.is_lesson_file(uuid,uuid) to anon, authenticated;
grant execute on function public.is_preview_file(uuid,uuid) to anon, authenticated;
grant execute on function public.list_member_addresses() to authenticated;
grant execute on function public.list_my_organizations() to authenticated;
grant execute on function public.merge_users(uuid,uuid) to service_role;
grant execute on function public.my_active_courses() to authenticated;
grant execute on function public.my_product_versions() to authenticated;
grant execute on function public.my_products() to authenticated;
grant execute on function public.open_tenant(uuid,uuid) to anon, authenticated;
grant execute on function public.open_tenant_by_key(text,uuid,text) to authenticated;
grant execute on function public.primary_domain_of(uuid) to anon, authenticated, service_role;
grant execute on function public.readable_courses() to anon, authenticated;
grant execute on function public.readable_covers() to anon, authenticated;
grant execute on function public.shown_pictures() to anon, authenticated;
grant execute on function public.slug_of_domain(text) to anon, authenticated, service_role;
grant execute on function public.take_api_key(text,uuid) to anon;
