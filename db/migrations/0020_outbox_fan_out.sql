-- A fact is handed to its subscribers once, when it is new: a subscriber that is added later does not hear old facts.

alter table outbox_events add column fanned_out_at timestamptz;
comment on column outbox_events.fanned_out_at is 'When a delivery was written for each subscriber of that moment. Null: the job has not come by yet.';
-- Written before any installation was in use: the tables are empty where this runs.
-- squawk-ignore require-concurrent-index-creation
create index outbox_events_new on outbox_events (created_at) where fanned_out_at is null;

alter table outbox_deliveries add column next_attempt_at timestamptz;
-- squawk-ignore require-concurrent-index-creation
create index outbox_deliveries_open on outbox_deliveries (created_at) where status = 'pending';
