-- What Clerk calls a person stands beside them in `users`, too; until now nobody wrote it there.
update users u set clerk_id = i.subject from user_identities i
where i.user_id = u.id and i.provider = 'clerk' and u.deleted_at is null and u.clerk_id is distinct from i.subject;
