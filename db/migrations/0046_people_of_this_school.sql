-- Through the door of one school nobody sees a membership in another, not even the own one: the switcher asks
-- list_my_organizations().
alter policy select_self on organization_memberships
  using (organization_id = (select current_organization()) and user_id = (select current_user_id()));

-- Only an owner makes, changes or removes an owner: an admin who may manage people could else take the payouts over.
alter policy update_manager on organization_memberships
  using (organization_id = (select current_organization()) and (select current_may('people.manage'))
    and (role <> 'owner' or (select current_member_role()) = 'owner'))
  with check (organization_id = (select current_organization()) and (select current_may('people.manage'))
    and (role <> 'owner' or (select current_member_role()) = 'owner'));
