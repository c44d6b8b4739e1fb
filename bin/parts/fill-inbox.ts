import pg from 'pg'

/** How many hours the day of the pictures has. */
const hoursBack = 25

/**
 * Fills the inbox with a day as schools have it, for pictures: few by night, many in the afternoon, and a quarter of an
 * hour at night in which the database was away. Every figure follows from its number, so two fillings are alike.
 *
 * @param url of a login that may become `service_role`
 */
export async function fillInbox(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set role service_role')
    await client.query(theDay, [hoursBack])
    await client.query(theOutage)
    await client.query(theWaiting)
    await client.query('reset role')
    await client.query(theQueue)
  } finally {
    await client.end()
  }
}

const clerkPayload = `jsonb_build_object(
  'id', 'user_2q' || substr(md5(n::text), 1, 24), 'object', 'user', 'first_name', 'Helena', 'last_name', 'Duarte', 'image_url', 'https://img.clerk.com/eyJ0eXBlIjoi',
  'primary_email_address_id', 'idn_2q' || substr(md5(n::text), 3, 24), 'email_addresses', jsonb_build_array(jsonb_build_object('id', 'idn_2q' || substr(md5(n::text), 3, 24),
  'object', 'email_address', 'email_address', 'helena' || n || '@example.com', 'verification', jsonb_build_object('status', 'verified', 'strategy', 'email_code'))),
  'public_metadata', '{}'::jsonb, 'banned', false, 'created_at', (extract(epoch from at) * 1000)::bigint, 'updated_at', (extract(epoch from at) * 1000)::bigint)`
const membershipPayload = `jsonb_build_object(
  'id', 'orgmem_2q' || substr(md5(n::text), 4, 24), 'object', 'organization_membership', 'role', 'org:member', 'public_metadata', '{}'::jsonb,
  'organization', jsonb_build_object('id', 'org_2qHarbourMusic5tVw9', 'object', 'organization', 'name', 'Harbour Music', 'slug', 'harbour-music', 'members_count', 41),
  'public_user_data', jsonb_build_object('user_id', 'user_2q' || substr(md5(n::text), 1, 24), 'first_name', 'Helena', 'last_name', 'Duarte', 'identifier', 'helena' || n || '@example.com'),
  'created_at', (extract(epoch from at) * 1000)::bigint, 'updated_at', (extract(epoch from at) * 1000)::bigint)`
const stripePayload = `jsonb_build_object('id', 'evt_1Q' || substr(md5(n::text), 1, 22), 'object', 'event', 'type', type, 'created', extract(epoch from at)::bigint,
  'data', jsonb_build_object('object', jsonb_build_object('id', 'ch_3Q' || substr(md5(n::text), 2, 22), 'object', 'charge', 'amount', 8900, 'currency', 'eur', 'status', 'succeeded')))`

/** Each minute some events, by the hour of the day; one in fourteen is slower than the fast path waits. */
const theDay = `
  with minutes as (
    select m, now() - m * interval '1 minute' as at, greatest(0.4, 4.2 * sin(pi() * greatest(0, extract(hour from now() - m * interval '1 minute') - 5) / 18.0)) as busy
    from generate_series(1, $1::int * 60) m),
  events as (
    select m * 10 + k as n, at + ((k * 7919 + m * 104729) % 60000) * interval '1 millisecond' as at,
      (array['user.updated', 'charge.updated', 'user.created', 'organizationMembership.created', 'checkout.session.completed', 'user.updated', 'account.updated', 'user.created'])[1 + (m * 31 + k * 17) % 8] as type
    from minutes, generate_series(1, 8) k where k <= busy + ((m * 37 + k * 11) % 10) / 10.0 and m > 1),
  timed as (
    select *, case when type ~ '^(user|org)' then 'clerk' when type = 'account.updated' then 'stripe-connect' else 'stripe' end as provider,
      n % 14 = 0 as is_slow, 14 + ('x' || substr(md5(n::text), 1, 4))::bit(16)::int % 46 as ms from events)
  insert into webhook_events (provider, event_id, event_type, payload, status, attempts, handled_by, deliveries, occurred_at, created_at, last_attempt_at, processed_at)
  select provider, case provider when 'clerk' then 'msg_2q' else 'evt_1Q' end || substr(md5(n::text), 1, 22), type, case when type like 'organizationMembership%' then ${membershipPayload} when provider = 'clerk' then ${clerkPayload} else ${stripePayload} end,
    'completed', 1, case when is_slow then 'queue' else 'fast' end, case when n % 211 = 0 then 2 else 1 end,
    at - (200 + ms * 9) * interval '1 millisecond', at, done, done
  from (select *, at + case when is_slow then (1000 + ms * 31) else ms end * interval '1 millisecond' as done from timed) all_of_them`

/** What came while the database was away was done by the queue, minutes later, but for a few that were given up. */
const theOutage = `
  with hit as (
    select id, created_at, row_number() over (order by created_at) as nth from webhook_events
    where created_at between now() - interval '13 hours' and now() - interval '12 hours 20 minutes')
  update webhook_events e set handled_by = 'queue', attempts = 6, processed_at = e.created_at + interval '4 minutes' + (nth % 7) * interval '23 seconds',
    status = case when nth % 4 = 0 then 'failed' else 'completed' end, error = case when nth % 4 = 0 then 'DatabaseUnavailable: the connection ended while the event was applied' end
  from hit where e.id = hit.id;
  update webhook_events set processed_at = null, handled_by = null, attempts = 15, last_attempt_at = created_at + interval '50 minutes' where status = 'failed' and created_at > now() - interval '14 hours'`

/** A few rest on something that has not come, and one is tried again soon. */
const theWaiting = `
  with latest as (
    select id, event_type, nth, case when event_type like 'organizationMembership%' then case nth when 2 then 'clerk organization ' || (payload -> 'organization' ->> 'id') else 'clerk user ' || (payload -> 'public_user_data' ->> 'user_id') end end as missing
    from (select *, row_number() over (partition by event_type order by created_at desc) as nth from webhook_events where provider = 'clerk' and status = 'completed') ordered)
  update webhook_events e set status = 'pending', processed_at = null, handled_by = null,
    waiting_on = l.missing, attempts = case when l.missing is null then 3 else 0 end,
    error = case when l.missing is null then 'IdentityUnavailable: the identity provider asked for a pause' else 'Dependencies not ready: ' || l.missing end,
    last_attempt_at = now() - interval '40 seconds', next_attempt_at = now() + interval '9 minutes'
  from latest l where e.id = l.id and ((l.event_type = 'organizationMembership.created' and nth <= 3) or (l.event_type = 'user.created' and nth = 2))`

/** Jobs whose time has not come, one that comes again, and two that were given up. */
const theQueue = `
  select jobs.enqueue(task, '{}', 'picture:' || n, now() + n * interval '7 minutes')
  from unnest(array['send-mail', 'send-receipt', 'send-mail', 'remove-file-bytes', 'send-refund-notice', 'send-mail']) with ordinality as wanted(task, n);
  update graphile_worker._private_jobs set attempts = 4, last_error = 'Error: the mail server did not answer within 10 seconds' where key = 'picture:3';
  update graphile_worker._private_jobs set attempts = max_attempts, run_at = now() - n * interval '47 minutes', last_error = error
  from (values ('picture:1', 1, 'Error: 550 5.1.1 the mailbox does not exist'), ('picture:5', 2, 'PaymentsUnavailable: the payment provider did not answer')) as gone(picture, n, error) where key = picture`
