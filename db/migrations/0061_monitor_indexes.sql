-- What the monitor and the metrics ask again and again, at a hundred thousand events and more.

-- The list goes by both, and so does its cursor: an index by time alone left a whole table to be sorted for each page.
drop index webhook_events_recent;
create index webhook_events_recent on webhook_events (created_at desc, id desc);

-- How long things took, by when they were done, read from the index alone. An event enters it once, at its end, so the
-- way in pays for it once and in order of time.
create index webhook_events_done on webhook_events (processed_at) include (provider, handled_by, created_at, occurred_at)
  where processed_at is not null;
