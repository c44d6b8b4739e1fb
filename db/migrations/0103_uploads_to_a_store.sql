-- Files may go from the browser straight to a store outside: what it calls the upload under way.
alter table files add column store_upload_id text;
