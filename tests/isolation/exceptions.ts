/** A finding that is so on purpose. */
export interface Exception {
  check: string
  object: RegExp
  because: string
}

/** Everything the structure checks may find, each with its reason. One that excuses nothing any more fails the run. */
export const exceptions: Exception[] = [
  {
    check: 'tenant table: primary key starts with organization_id',
    object: /^(mail_messages|data_exports|departures)$/,
    because: 'these belong to people, who are global: a sign-in mail, a copy of all one\'s data and the end of an account have no school; only service_role has any right to it',
  },
  {
    check: 'policy compares an indexed column',
    object: /^(\w+\.(status|is_public|is_published|is_preview|deleted_at)|organization_memberships\.role|outbox_events\.name)$/,
    because: 'a fact that is read off rows which the index on organization_id or on the parent has already found; alone it would select half a table',
  },
  {
    check: 'tenant table: an id points somewhere',
    object: /^((offers|offer_parts|checkouts|orders|coupon_subjects)\.subject_id|checkouts\.exclusive_subject_id)$/,
    because: 'what is sold is named by kind and id, and the kinds are tables of different modules; the use case reads the subject under its own policies',
  },
  {
    check: 'splinter 0006 multiple permissive policies',
    object: /./,
    because: 'judged: one policy for each reason to see a row reads as a sentence and can be dropped alone; all but the first are compared with claims that are evaluated once a query',
  },
]
