import type pg from 'pg'

/**
 * Counts how often each event took effect, from beside: a trigger writes a row whenever a completion commits, and the
 * completion is the transaction of the effect. Made by the superuser, so that nothing of ours can hide one.
 */
export async function countCompletions({ superuser }: { superuser: pg.Pool }): Promise<() => Promise<Record<string, number>>> {
  await superuser.query(`
    create table if not exists test_completions (at serial, event_id text not null);
    create or replace function note_completion() returns trigger language plpgsql security definer as $$
      begin insert into public.test_completions (event_id) values (new.event_id); return null; end $$;
    create or replace trigger note_completion after update on webhook_events for each row when (old.status <> 'completed' and new.status = 'completed') execute function note_completion();
    create or replace trigger note_completion_at_once after insert on webhook_events for each row when (new.status = 'completed') execute function note_completion()`)
  return async () => {
    const { rows } = await superuser.query<{ event_id: string; count: number }>('select event_id, count(*)::int as count from test_completions group by event_id')
    return Object.fromEntries(rows.map((row) => [row.event_id, row.count]))
  }
}
