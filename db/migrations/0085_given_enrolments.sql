-- A course that the school gives to one of its people, without an order. Students hold a grant to change their own
-- enrolment's place and progress; a wider one would let them change how they came by it, so these two write instead.
insert into role_permissions (role, permission) values ('owner', 'enrolments.manage'), ('admin', 'enrolments.manage');

create policy insert_helper on enrolments for insert to current_user with check (true);
create policy update_helper on enrolments for update to current_user using (true) with check (true);

create function give_enrolment(new_id uuid, course uuid, person uuid) returns table (enrolment uuid, is_new boolean)
  language plpgsql volatile security definer set search_path = ''
  as $$
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
  $$;
comment on function give_enrolment(uuid, uuid, uuid) is 'Enrols one of the school''s people, or opens what had ended; one that is open stays as it is. No row without enrolments.manage, or for a stranger.';
revoke execute on function give_enrolment(uuid, uuid, uuid) from public;
grant execute on function give_enrolment(uuid, uuid, uuid) to authenticated;

create function end_given_enrolment(enrolment uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
    begin
      if not public.current_may('enrolments.manage') then return false; end if;
      update public.enrolments e set status = 'ended', ended_at = now()
        where e.organization_id = public.current_organization() and e.id = enrolment and e.status = 'active' and e.source <> 'order';
      return found;
    end
  $$;
comment on function end_given_enrolment(uuid) is 'Ends an enrolment that nobody paid for: one that was bought ends with its refund.';
revoke execute on function end_given_enrolment(uuid) from public;
grant execute on function end_given_enrolment(uuid) to authenticated;
