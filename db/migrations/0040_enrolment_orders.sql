-- Which orders hold an enrolment open, and what a progress row must remember to judge the next report.

-- One row for an order of a course. A payment and a refund may be heard in any order, and a course may have been
-- bought twice: access lasts while one paid order has not been refunded, whichever was heard first.
create table enrolment_orders (
  organization_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  course_id uuid not null,
  user_id uuid not null references users (id),
  paid_at timestamptz,
  refunded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, order_id),
  foreign key (organization_id, order_id) references orders (organization_id, id),
  foreign key (organization_id, course_id) references courses (organization_id, id)
);
comment on table enrolment_orders is 'Owner: learning. What was heard of each order of a course; an enrolment by order is open while one of them is paid and not refunded.';
create index enrolment_orders_holder on enrolment_orders (organization_id, course_id, user_id);
create index enrolment_orders_user on enrolment_orders (user_id);
create trigger set_updated_at before update on enrolment_orders for each row execute function set_updated_at();

alter table enrolment_orders enable row level security;
alter table enrolment_orders force row level security;
create policy select_books on enrolment_orders for select to authenticated
  using (organization_id = (select current_organization()) and (select current_may('orders.read')));
create policy all_service on enrolment_orders for all to service_role using (true) with check (true);
grant select on enrolment_orders to authenticated;
grant select, insert, update, delete on enrolment_orders to service_role;

-- A report may claim what the wall clock allows since the one before it; unused seconds carry over, up to a limit.
alter table lesson_progress add column last_report_at timestamptz;
alter table lesson_progress add column spare_seconds numeric(10, 3) not null default 0 check (spare_seconds >= 0);

create index enrolments_course on enrolments (organization_id, course_id, started_at desc, id desc);
create index enrolments_seen on enrolments (organization_id, last_seen_at desc) where last_seen_at is not null;
create index lesson_progress_recent on lesson_progress (organization_id, updated_at desc);
