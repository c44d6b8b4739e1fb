import type pg from 'pg'

/** How many rows of a table were ever made, and for how many different things they stand. */
export interface Births {
  rows: number
  different: number
}

/**
 * Counts from beside, by triggers of the superuser, every row that was made for a person, a school or a membership,
 * whatever became of it: who was made twice shows, though one of the two is gone again.
 */
export async function countBirths(superuser: pg.Pool): Promise<() => Promise<Record<string, Births>>> {
  await superuser.query(`
    create table test_births (kind text not null, key text not null);
    create function note_birth() returns trigger language plpgsql security definer as $$
      begin
        insert into public.test_births select tg_table_name, string_agg(to_jsonb(new) ->> name, ' ' order by name) from unnest(tg_argv) as name;
        return null;
      end $$;
    create trigger note_birth after insert on users for each row execute function note_birth('id');
    create trigger note_birth after insert on user_identities for each row execute function note_birth('provider', 'subject');
    create trigger note_birth after insert on organizations for each row execute function note_birth('id');
    create trigger note_birth after insert on organization_memberships for each row execute function note_birth('organization_id', 'user_id');
    create trigger note_birth after insert on outbox_events for each row execute function note_birth('organization_id', 'id')`)
  return async () => {
    const { rows } = await superuser.query<Births & { kind: string }>('select kind, count(*)::int as rows, count(distinct key)::int as different from test_births group by kind')
    return Object.fromEntries(rows.map(({ kind, ...births }) => [kind, births]))
  }
}
