/**
 * What becomes of a person's name and address where they can stand, once their account is gone. `goes`: the deletion
 * takes it out; `over`: it ends by itself soon; `kept`: it stays, and decision 0013 says why; `nobody`: no words about
 * a person are written there. A new column needs its line here, so that somebody has thought of it.
 */
export const standing: Record<string, 'goes' | 'over' | 'kept' | 'nobody'> = {
  // With the account, by the foreign keys and a trigger.
  'better_auth.account.*': 'goes',
  'better_auth.passkey.*': 'goes',
  'better_auth.two_factor.*': 'goes',
  'better_auth.session.*': 'goes',
  'better_auth.user.*': 'goes',
  'better_auth.verification.*': 'goes',
  // They hang on the session.
  'better_auth.host_session.*': 'goes',
  'better_auth.hand_over.*': 'goes',
  // Counters of failed sign-ins, by address: minutes.
  'better_auth.attempts.*': 'over',

  // The person.
  'public.users.*': 'goes',
  'public.organization_memberships.*': 'goes',
  'public.organization_invitations.*': 'goes',
  'public.invitation_import_rows.*': 'goes',
  'public.invitation_imports.*': 'nobody',
  // What a provider calls someone: how a late event is known as late.
  'public.user_identities.*': 'kept',
  'public.sync_states.*': 'kept',

  // What a reconciliation found: names are masked before they are written, and what a provider calls someone stays.
  'public.reconcile_drift.*': 'kept',
  'public.reconcile_seen.*': 'over',
  'public.reconcile_runs.*': 'nobody',

  // What they bought.
  'public.checkouts.email': 'goes',
  'public.checkouts.*': 'nobody',
  'public.orders.buyer_email': 'goes',
  'public.orders.buyer_name': 'goes',
  'public.orders.provider_payment_id': 'kept',
  'public.orders.*': 'nobody',
  'public.order_notes.detail': 'goes',
  'public.order_notes.*': 'nobody',
  'public.refunds.reason': 'goes',
  'public.refunds.error': 'goes',
  'public.refunds.*': 'nobody',
  'public.ledger_accounts.holder': 'goes',
  'public.ledger_accounts.*': 'nobody',
  // With the reasons for which credits were given.
  'public.ledger_transactions.description': 'goes',
  'public.ledger_transactions.*': 'nobody',
  'public.offers.*': 'nobody',
  'public.offer_parts.*': 'nobody',
  'public.leads.email': 'goes',
  'public.leads.*': 'nobody',
  'public.licence_keys.*': 'nobody',
  'public.music_facts.*': 'nobody',
  'public.licences.*': 'nobody',
  'public.payout_accounts.*': 'nobody',
  // Codes that a school makes up, also where they stand in checkouts and orders.
  'public.coupons.*': 'nobody',
  'public.coupon_subjects.*': 'nobody',

  // Fields that a school makes up, and what they hold of people.
  'public.custom_fields.*': 'nobody',
  'public.custom_values.*': 'goes',

  // What a school asks, and ids of who answered.
  'public.consent_versions.*': 'nobody',
  'public.consent_answers.*': 'nobody',

  // What was said to them and of them.
  'public.mail_messages.*': 'goes',
  'public.data_exports.*': 'goes',
  'public.webhook_events.payload': 'goes',
  'public.webhook_events.error': 'goes',
  'public.webhook_events.*': 'nobody',
  'public.outbox_events.*': 'nobody',
  'public.outbox_deliveries.*': 'nobody',

  // What is told to a school's own programs holds ids and figures; what those answer may say anything, for thirty days.
  'public.webhook_endpoints.*': 'kept',
  'public.domains.*': 'kept',
  'public.webhook_deliveries.*': 'nobody',
  'public.webhook_tries.answer_start': 'over',
  'public.webhook_tries.*': 'nobody',

  // A school's own word for a program; who made it is an id. Answers may name an invited person, for a day.
  'public.api_keys.*': 'kept',
  'public.api_answers.body': 'over',
  'public.api_answers.*': 'nobody',
  'public.api_origins.*': 'nobody',

  // What the school wrote and shows: its own words, whoever typed them.
  'public.courses.*': 'kept',
  'public.sections.*': 'kept',
  'public.lessons.*': 'kept',
  'public.lesson_contents.*': 'kept',
  'public.products.*': 'kept',
  'public.product_versions.*': 'kept',
  'public.product_files.*': 'kept',
  'public.files.*': 'kept',
  'public.organizations.*': 'kept',
  'public.storefront_versions.*': 'kept',

  'public.enrolments.*': 'nobody',
  'public.lesson_progress.*': 'nobody',
  'public.role_permissions.*': 'nobody',
  'public.worker_heartbeats.*': 'nobody',
}
