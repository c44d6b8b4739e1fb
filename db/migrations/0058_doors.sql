-- Which way somebody came in: what to ask first when a person is missing, or is there without an event.
alter table users add column created_by_door text
  check (created_by_door in ('webhook', 'first-request', 'sync', 'purchase', 'reconcile'));
comment on column users.created_by_door is 'Through which door this person was first written here; null for those who came before it was noted.';
