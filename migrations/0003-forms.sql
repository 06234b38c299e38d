create table "form_design" (
  "org" integer not null,
  "set_key" text not null,
  "form" text not null,
  "version" integer not null,
  "definition" jsonb,
  "at" timestamp with time zone not null default now(),
  "actor" uuid,
  "actor_name" text not null,
  "note" text,
  primary key ("org", "set_key", "form", "version")
);
create table "flow_version" (
  "org" integer not null,
  "flow" text not null,
  "version" integer not null,
  "name" text not null,
  "xml" text not null,
  "hash" text not null,
  "shipped" boolean not null,
  "at" timestamp with time zone not null default now(),
  "actor" uuid,
  "actor_name" text not null,
  "note" text,
  primary key ("org", "flow", "version")
);
create table "flow_run" (
  "org" integer not null,
  "id" uuid not null,
  "flow" text not null,
  "version" integer not null,
  "object" text not null,
  "record" uuid not null,
  "title" text not null,
  "state" text not null,
  "tokens" jsonb not null,
  "next" integer not null,
  "people" jsonb not null,
  "starter" uuid not null,
  "starter_name" text not null,
  "approved" boolean not null,
  "decision" text,
  "started_at" timestamp with time zone not null,
  "ended_at" timestamp with time zone,
  "row_version" integer not null default 1,
  primary key ("org", "id")
);
create unique index "flow_run_flow_object_record_1olz8u3" on "flow_run" using btree ("org", "flow", "object", "record") where state = 'running';
create index "flow_run_object_record_02xsevo" on "flow_run" using btree ("org", "object", "record") where state = 'running';
create index "flow_run_object_record_id_1tnm2np" on "flow_run" using btree ("org", "object", "record", "id");
create index "flow_run_starter_id_1hu2kce" on "flow_run" using btree ("org", "starter", "id");
create table "flow_task" (
  "org" integer not null,
  "id" uuid not null,
  "run" uuid not null,
  "token" integer not null,
  "node" text not null,
  "name" text not null,
  "lane" text,
  "form" text,
  "kind" text not null,
  "parent" uuid,
  "role" text,
  "person" uuid,
  "also" uuid,
  "own" boolean not null,
  "review" boolean not null,
  "apart" boolean not null,
  "state" text not null,
  "opened_at" timestamp with time zone not null,
  "due_at" timestamp with time zone,
  "limit_at" timestamp with time zone,
  "reminded_at" timestamp with time zone,
  "escalated_at" timestamp with time zone,
  "asked_at" timestamp with time zone,
  "done_at" timestamp with time zone,
  "done_by" uuid,
  "done_name" text,
  "done_for" uuid,
  "decision" text,
  "within" boolean,
  "note" text,
  "seen" text,
  primary key ("org", "id")
);
create index "flow_task_run_id_0f3ipx0" on "flow_task" using btree ("org", "run", "id");
create index "flow_task_role_due_at_id_1k4i8ay" on "flow_task" using btree ("org", "role", "due_at", "id") where state = 'open';
create index "flow_task_person_due_at_id_1nj4ebh" on "flow_task" using btree ("org", "person", "due_at", "id") where state = 'open';
create index "flow_task_also_0xvmiw4" on "flow_task" using btree ("org", "also") where state = 'open' and also is not null;
create index "flow_task_due_at_id_0ptkmw2" on "flow_task" using btree ("org", "due_at", "id") where state = 'open';
create index "flow_task_limit_at_1qltbn8" on "flow_task" using btree ("org", "limit_at") where state = 'open' and limit_at is not null;
create index "flow_task_done_by_id_1e9u3at" on "flow_task" using btree ("org", "done_by", "id");
create table "flow_event" (
  "org" integer not null,
  "id" uuid not null,
  "run" uuid not null,
  "at" timestamp with time zone not null,
  "actor" uuid,
  "actor_name" text not null,
  "kind" text not null,
  "task" uuid,
  "step" text,
  "note" text,
  "detail" jsonb,
  primary key ("org", "id")
);
create index "flow_event_run_id_1vl326d" on "flow_event" using btree ("org", "run", "id");
alter table "customer" add column "company" text;
alter table "customer" add column "company__py" text collate "C";
alter table "customer" add column "complaint_count" bigint;
alter table "customer" add column "open_complaints" bigint;
alter table "customer" add column "last_talk" date;
alter table "customer" add column "supplier_share" numeric;
alter table "customer" add column "assortment_share" numeric;
alter table "customer" add column "monthly_sales" numeric;
alter table "customer" add column "best_month" numeric;
alter table "customer" add column "worst_month" numeric;
alter table "customer" add column "best_purchase" numeric;
alter table "customer" add column "worst_purchase" numeric;
create index "customer_complaint_count_id_0gn4495" on "customer" using btree ("org", "complaint_count", "id") where deleted_at is null;
create index "customer_open_complaints_id_0nbd3uv" on "customer" using btree ("org", "open_complaints", "id") where deleted_at is null;
create index "customer_last_talk_id_0e6pygz" on "customer" using btree ("org", "last_talk", "id") where deleted_at is null;
alter table "contact" add column "ethnicity" text collate "C";
alter table "contact" add column "origin" text;
alter table "contact" add column "origin__py" text collate "C";
alter table "contact" add column "high_school" text;
alter table "contact" add column "high_school__py" text collate "C";
alter table "contact" add column "university" text;
alter table "contact" add column "university__py" text collate "C";
alter table "contact" add column "major" text;
alter table "contact" add column "major__py" text collate "C";
alter table "contact" add column "graduated" text;
alter table "contact" add column "graduated__py" text collate "C";
alter table "contact" add column "awards" text;
alter table "contact" add column "awards__py" text collate "C";
alter table "contact" add column "sports" text;
alter table "contact" add column "sports__py" text collate "C";
alter table "contact" add column "marriage" text collate "C";
alter table "contact" add column "home_address" text;
alter table "contact" add column "home_address__py" text collate "C";
alter table "contact" add column "spouse_interests" text;
alter table "contact" add column "spouse_interests__py" text collate "C";
alter table "contact" add column "spouse_activities" text;
alter table "contact" add column "spouse_activities__py" text collate "C";
alter table "contact" add column "spouse_clubs" text;
alter table "contact" add column "spouse_clubs__py" text collate "C";
alter table "contact" add column "wedding" text collate "C";
alter table "contact" add column "wedding__solar" date;
alter table "contact" add column "other_family" text;
alter table "contact" add column "office_status" text;
alter table "contact" add column "office_status__py" text collate "C";
alter table "contact" add column "with_colleagues" text;
alter table "contact" add column "with_colleagues__py" text collate "C";
alter table "contact" add column "with_others" text;
alter table "contact" add column "with_others__py" text collate "C";
alter table "contact" add column "known_by" text;
alter table "contact" add column "known_by__py" text collate "C";
alter table "contact" add column "drinking" text;
alter table "contact" add column "drinking__py" text collate "C";
alter table "contact" add column "drinks" text;
alter table "contact" add column "drinks__py" text collate "C";
alter table "contact" add column "minds_drinking" boolean;
alter table "contact" add column "smokes" boolean;
alter table "contact" add column "minds_smoking" boolean;
alter table "contact" add column "lunch_place" text;
alter table "contact" add column "lunch_place__py" text collate "C";
alter table "contact" add column "dinner_place" text;
alter table "contact" add column "dinner_place__py" text collate "C";
alter table "contact" add column "dishes" text;
alter table "contact" add column "dishes__py" text collate "C";
alter table "contact" add column "hobbies" text;
alter table "contact" add column "hobbies__py" text collate "C";
alter table "contact" add column "topics" text;
alter table "contact" add column "topics__py" text collate "C";
alter table "contact" add column "proud_of" text;
alter table "contact" add column "proud_of__py" text collate "C";
alter table "contact" add column "minds_opinions" text;
alter table "contact" add column "minds_opinions__py" text collate "C";
alter table "contact" add column "key_issues" text;
alter table "contact" add column "key_issues__py" text collate "C";
alter table "contact" add column "outlook" text;
alter table "sales_order" add column "costs" numeric;
alter table "sales_order" add column "uncosted" bigint;
create table "contact_plan" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "customer" uuid,
  "way" text,
  "way__py" text collate "C",
  "owner" uuid,
  "date" date,
  "time" text collate "C",
  "purpose" text,
  "purpose__py" text collate "C",
  "place" text,
  "place__py" text collate "C",
  "done" boolean,
  "result" text,
  "department" uuid,
  primary key ("org", "id")
);
create index "contact_plan_customer_id_116wtxe" on "contact_plan" using btree ("org", "customer", "id") where deleted_at is null;
create index "contact_plan_owner_updated_at_id_1hxyvi2" on "contact_plan" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "contact_plan_owner_created_at_id_01781td" on "contact_plan" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "contact_plan_date_id_1svimzm" on "contact_plan" using btree ("org", "date", "id") where deleted_at is null;
create index "contact_plan_purpose__py_id_1ezj0ld" on "contact_plan" using btree ("org", "purpose__py", "id") where deleted_at is null;
create index "contact_plan_purpose_id_0xvh67e" on "contact_plan" using btree ("org", "purpose", "id") where deleted_at is null;
create index "contact_plan_department_updated_at_id_06gffdj" on "contact_plan" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "contact_plan_department_created_at_id_0ulh5tg" on "contact_plan" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "contact_plan_created_at_id_1lq196u" on "contact_plan" using btree ("org", "created_at", "id") where deleted_at is null;
create index "contact_plan_updated_at_id_0pnzamh" on "contact_plan" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "contact_plan_owner_date_id_1733cbd" on "contact_plan" using btree ("org", "owner", "date", "id") where deleted_at is null;
create index "contact_plan_deleted_at_id_092e720" on "contact_plan" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "contact_plan_grams_1dafph3" on "contact_plan" using gin ("grams") where deleted_at is null;
create index "contact_plan_search_pinyin_10sswt3" on "contact_plan" using btree ("org", "search_pinyin") where deleted_at is null;
create index "contact_plan_search_initials_1n5cpfj" on "contact_plan" using btree ("org", "search_initials") where deleted_at is null;
create table "appointment" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "date" date,
  "begins" text collate "C",
  "ends" text collate "C",
  "customer" uuid,
  "contact" uuid,
  "owner" uuid,
  "target_department" text,
  "target_department__py" text collate "C",
  "place" text,
  "place__py" text collate "C",
  "state" text collate "C",
  "note" text,
  "note__py" text collate "C",
  "department" uuid,
  primary key ("org", "id")
);
create index "appointment_date_id_158jbif" on "appointment" using btree ("org", "date", "id") where deleted_at is null;
create index "appointment_customer_id_08u3yir" on "appointment" using btree ("org", "customer", "id") where deleted_at is null;
create index "appointment_contact_id_0pj1xov" on "appointment" using btree ("org", "contact", "id") where deleted_at is null;
create index "appointment_owner_updated_at_id_1pzly6p" on "appointment" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "appointment_owner_created_at_id_07ijvhq" on "appointment" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "appointment_state_id_0ssl3lw" on "appointment" using btree ("org", "state", "id") where deleted_at is null;
create index "appointment_department_updated_at_id_0u3zjlm" on "appointment" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "appointment_department_created_at_id_1cecrw1" on "appointment" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "appointment_created_at_id_1kmv2ub" on "appointment" using btree ("org", "created_at", "id") where deleted_at is null;
create index "appointment_updated_at_id_181oozw" on "appointment" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "appointment_owner_date_id_0oc116i" on "appointment" using btree ("org", "owner", "date", "id") where deleted_at is null;
create index "appointment_deleted_at_id_1aalayx" on "appointment" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "visit" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "customer" uuid,
  "date" date,
  "begins" text collate "C",
  "ends" text collate "C",
  "met" uuid[],
  "owner" uuid,
  "companions" uuid[],
  "plan" text collate "C",
  "summary" text,
  "outcome" text collate "C",
  "attention" text,
  "needs" text,
  "satisfaction" text collate "C",
  "handled" bigint,
  "unsolved" bigint,
  "growth" numeric,
  "credit" text,
  "credit__py" text collate "C",
  "margin" numeric,
  "overall" text,
  "overall__py" text collate "C",
  "ranking" text,
  "ranking__py" text collate "C",
  "standing" text,
  "standing__py" text collate "C",
  "other_points" text,
  "other_points__py" text collate "C",
  "solved" text,
  "watch" text,
  "next_date" date,
  "filled_on" date,
  "daily" uuid,
  "files" uuid[],
  "department" uuid,
  primary key ("org", "id")
);
create index "visit_customer_id_0l01w1t" on "visit" using btree ("org", "customer", "id") where deleted_at is null;
create index "visit_date_id_16vr7b1" on "visit" using btree ("org", "date", "id") where deleted_at is null;
create index "visit_met_0q5t0vm" on "visit" using gin ("met") where deleted_at is null;
create index "visit_owner_updated_at_id_1illvnz" on "visit" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "visit_owner_created_at_id_1jdqpu4" on "visit" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "visit_companions_1850qjp" on "visit" using gin ("companions") where deleted_at is null;
create index "visit_plan_id_0snvl6w" on "visit" using btree ("org", "plan", "id") where deleted_at is null;
create index "visit_outcome_id_04gk0p9" on "visit" using btree ("org", "outcome", "id") where deleted_at is null;
create index "visit_daily_id_0y5m26y" on "visit" using btree ("org", "daily", "id") where deleted_at is null;
create index "visit_files_188ta01" on "visit" using gin ("files") where deleted_at is null;
create index "visit_department_updated_at_id_0a5grhw" on "visit" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "visit_department_created_at_id_0kaby0b" on "visit" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "visit_created_at_id_0cz5yhp" on "visit" using btree ("org", "created_at", "id") where deleted_at is null;
create index "visit_updated_at_id_1rnktcu" on "visit" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "visit_customer_date_id_0crqhhx" on "visit" using btree ("org", "customer", "date", "id") where deleted_at is null;
create index "visit_owner_date_id_043xx5o" on "visit" using btree ("org", "owner", "date", "id") where deleted_at is null;
create index "visit_deleted_at_id_0k98svn" on "visit" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "visit_grams_1jq6wu8" on "visit" using gin ("grams") where deleted_at is null;
create index "visit_search_pinyin_12aui2i" on "visit" using btree ("org", "search_pinyin") where deleted_at is null;
create index "visit_search_initials_0ahdgzi" on "visit" using btree ("org", "search_initials") where deleted_at is null;
create table "daily_report" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "date" date,
  "owner" uuid,
  "supervisor" uuid,
  "department_manager" uuid,
  "manager" uuid,
  "expense_total" numeric,
  "visits_counted" bigint,
  "visits_typed" bigint,
  "visits" bigint,
  "handled_counted" bigint,
  "handled_typed" bigint,
  "handled" bigint,
  "unsolved_counted" bigint,
  "unsolved_typed" bigint,
  "unsolved" bigint,
  "companions" uuid[],
  "note" text,
  "department" uuid,
  primary key ("org", "id")
);
create index "daily_report_date_id_08tcgug" on "daily_report" using btree ("org", "date", "id") where deleted_at is null;
create index "daily_report_owner_updated_at_id_126uhww" on "daily_report" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "daily_report_owner_created_at_id_00wxzvj" on "daily_report" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "daily_report_supervisor_id_1br4pt6" on "daily_report" using btree ("org", "supervisor", "id") where deleted_at is null;
create index "daily_report_department_manager_id_00zdtpm" on "daily_report" using btree ("org", "department_manager", "id") where deleted_at is null;
create index "daily_report_manager_id_191bqpr" on "daily_report" using btree ("org", "manager", "id") where deleted_at is null;
create index "daily_report_expense_total_id_1pymx4x" on "daily_report" using btree ("org", "expense_total", "id") where deleted_at is null;
create index "daily_report_companions_1vubvfu" on "daily_report" using gin ("companions") where deleted_at is null;
create index "daily_report_department_updated_at_id_1xw5fkx" on "daily_report" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "daily_report_department_created_at_id_0azt8pq" on "daily_report" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "daily_report_created_at_id_0jcrh1c" on "daily_report" using btree ("org", "created_at", "id") where deleted_at is null;
create index "daily_report_updated_at_id_0uigdh7" on "daily_report" using btree ("org", "updated_at", "id") where deleted_at is null;
create unique index "daily_report_owner_date_1tihc6r" on "daily_report" using btree ("org", "owner", "date") where deleted_at is null;
create index "daily_report_deleted_at_id_17xuniq" on "daily_report" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "hospitality" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "code" text collate "C",
  "owner" uuid,
  "department" uuid,
  "applied_on" date,
  "customer" uuid,
  "customer_name" text,
  "customer_name__py" text collate "C",
  "place" text,
  "place__py" text collate "C",
  "date" date,
  "guests" text,
  "ours" text,
  "meeting" numeric,
  "meal" numeric,
  "transport" numeric,
  "gifts" numeric,
  "other" numeric,
  "budget" numeric,
  "arranger" uuid,
  "spent" numeric,
  "reports" bigint,
  "purpose" text,
  "expense_note" text,
  "attention" text,
  "service_manager_opinion" text,
  "service_manager_opinion__py" text collate "C",
  "service_manager_date" date,
  "general_manager_opinion" text,
  "general_manager_opinion__py" text collate "C",
  "general_manager_date" date,
  "finance_opinion" text,
  "finance_opinion__py" text collate "C",
  "finance_date" date,
  "files" uuid[],
  primary key ("org", "id")
);
create unique index "hospitality_code_1koy1j7" on "hospitality" using btree ("org", "code") where deleted_at is null;
create index "hospitality_owner_updated_at_id_0mdbicc" on "hospitality" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "hospitality_owner_created_at_id_11wb6qb" on "hospitality" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "hospitality_department_updated_at_id_0abdqq5" on "hospitality" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "hospitality_department_created_at_id_1yiqo8i" on "hospitality" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "hospitality_applied_on_id_1s7dwm5" on "hospitality" using btree ("org", "applied_on", "id") where deleted_at is null;
create index "hospitality_customer_id_1duuev8" on "hospitality" using btree ("org", "customer", "id") where deleted_at is null;
create index "hospitality_date_id_1lff0f8" on "hospitality" using btree ("org", "date", "id") where deleted_at is null;
create index "hospitality_budget_id_1qxlu4f" on "hospitality" using btree ("org", "budget", "id") where deleted_at is null;
create index "hospitality_arranger_id_0tu1wqe" on "hospitality" using btree ("org", "arranger", "id") where deleted_at is null;
create index "hospitality_files_1saptm0" on "hospitality" using gin ("files") where deleted_at is null;
create index "hospitality_created_at_id_018kjl0" on "hospitality" using btree ("org", "created_at", "id") where deleted_at is null;
create index "hospitality_updated_at_id_0n29m93" on "hospitality" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "hospitality_deleted_at_id_0ve480m" on "hospitality" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "hospitality_grams_13qmcpt" on "hospitality" using gin ("grams") where deleted_at is null;
create index "hospitality_search_pinyin_1hoyvrh" on "hospitality" using btree ("org", "search_pinyin") where deleted_at is null;
create index "hospitality_search_initials_17opj1h" on "hospitality" using btree ("org", "search_initials") where deleted_at is null;
create table "hospitality_report" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "code" text collate "C",
  "application" uuid,
  "customer" uuid,
  "customer_name" text,
  "customer_name__py" text collate "C",
  "date" date,
  "owner" uuid,
  "purpose" text,
  "place" text,
  "place__py" text collate "C",
  "reported_on" date,
  "guests" text,
  "ours" text,
  "meeting" numeric,
  "meal" numeric,
  "lodging" numeric,
  "transport" numeric,
  "gifts" numeric,
  "other" numeric,
  "meeting_note" text,
  "meeting_note__py" text collate "C",
  "meal_note" text,
  "meal_note__py" text collate "C",
  "lodging_note" text,
  "lodging_note__py" text collate "C",
  "transport_note" text,
  "transport_note__py" text collate "C",
  "gifts_note" text,
  "gifts_note__py" text collate "C",
  "other_note" text,
  "other_note__py" text collate "C",
  "total" numeric,
  "left" numeric,
  "wanted" text,
  "attention" text,
  "effect" text,
  "future" text,
  "service_manager_opinion" text,
  "service_manager_opinion__py" text collate "C",
  "service_manager_date" date,
  "general_manager_opinion" text,
  "general_manager_opinion__py" text collate "C",
  "general_manager_date" date,
  "finance_opinion" text,
  "finance_opinion__py" text collate "C",
  "finance_date" date,
  "files" uuid[],
  "department" uuid,
  primary key ("org", "id")
);
create unique index "hospitality_report_code_142kvf8" on "hospitality_report" using btree ("org", "code") where deleted_at is null;
create unique index "hospitality_report_application_18c9s97" on "hospitality_report" using btree ("org", "application") where deleted_at is null;
create index "hospitality_report_customer_id_0t861n1" on "hospitality_report" using btree ("org", "customer", "id") where deleted_at is null;
create index "hospitality_report_date_id_0ol52bt" on "hospitality_report" using btree ("org", "date", "id") where deleted_at is null;
create index "hospitality_report_owner_updated_at_id_116hlqz" on "hospitality_report" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "hospitality_report_owner_created_at_id_0ey4s2o" on "hospitality_report" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "hospitality_report_total_id_1q7rd8j" on "hospitality_report" using btree ("org", "total", "id") where deleted_at is null;
create index "hospitality_report_files_0r3ac31" on "hospitality_report" using gin ("files") where deleted_at is null;
create index "hospitality_report_department_updated_at_id_1vvnenk" on "hospitality_report" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "hospitality_report_department_created_at_id_0oc6x7j" on "hospitality_report" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "hospitality_report_created_at_id_01aw281" on "hospitality_report" using btree ("org", "created_at", "id") where deleted_at is null;
create index "hospitality_report_updated_at_id_0lp9bhm" on "hospitality_report" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "hospitality_report_deleted_at_id_190a3lz" on "hospitality_report" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "hospitality_report_grams_0j1ers4" on "hospitality_report" using gin ("grams") where deleted_at is null;
create index "hospitality_report_search_pinyin_16w30g6" on "hospitality_report" using btree ("org", "search_pinyin") where deleted_at is null;
create index "hospitality_report_search_initials_1hyvx2q" on "hospitality_report" using btree ("org", "search_initials") where deleted_at is null;
create table "gift" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "code" text collate "C",
  "name" text,
  "name__py" text collate "C",
  "unit" text,
  "unit__py" text collate "C",
  "value" numeric,
  "stock" bigint,
  "least" bigint,
  "note" text,
  primary key ("org", "id")
);
create unique index "gift_code_0pug2jb" on "gift" using btree ("org", "code") where deleted_at is null;
create index "gift_name__py_id_1ld4x4w" on "gift" using btree ("org", "name__py", "id") where deleted_at is null;
create unique index "gift_name_1gh4o21" on "gift" using btree ("org", "name") where deleted_at is null;
create index "gift_value_id_1u09t43" on "gift" using btree ("org", "value", "id") where deleted_at is null;
create index "gift_stock_id_0cevic2" on "gift" using btree ("org", "stock", "id") where deleted_at is null;
create index "gift_created_at_id_0lfxgla" on "gift" using btree ("org", "created_at", "id") where deleted_at is null;
create index "gift_updated_at_id_0a2iltt" on "gift" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "gift_deleted_at_id_0ark6g0" on "gift" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "gift_grams_1ddbg6n" on "gift" using gin ("grams") where deleted_at is null;
create index "gift_search_pinyin_0ghfdcv" on "gift" using btree ("org", "search_pinyin") where deleted_at is null;
create index "gift_search_initials_1ampq7b" on "gift" using btree ("org", "search_initials") where deleted_at is null;
create table "gift_plan" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "year" bigint,
  "customer" uuid,
  "person" text,
  "person__py" text collate "C",
  "cooperation" text,
  "cooperation__py" text collate "C",
  "purpose" text,
  "purpose__py" text collate "C",
  "gift" uuid,
  "quantity" bigint,
  "budget" numeric,
  "note" text,
  "note__py" text collate "C",
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "gift_plan_year_id_0a48m19" on "gift_plan" using btree ("org", "year", "id") where deleted_at is null;
create index "gift_plan_customer_id_1d8niyi" on "gift_plan" using btree ("org", "customer", "id") where deleted_at is null;
create index "gift_plan_purpose__py_id_08b32tl" on "gift_plan" using btree ("org", "purpose__py", "id") where deleted_at is null;
create index "gift_plan_purpose_id_0x9ml2a" on "gift_plan" using btree ("org", "purpose", "id") where deleted_at is null;
create index "gift_plan_gift_id_09qefik" on "gift_plan" using btree ("org", "gift", "id") where deleted_at is null;
create index "gift_plan_owner_updated_at_id_0e488de" on "gift_plan" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "gift_plan_owner_created_at_id_0i4cb09" on "gift_plan" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "gift_plan_department_updated_at_id_0p3j0cv" on "gift_plan" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "gift_plan_department_created_at_id_0pvnuj0" on "gift_plan" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "gift_plan_created_at_id_10i194e" on "gift_plan" using btree ("org", "created_at", "id") where deleted_at is null;
create index "gift_plan_updated_at_id_13v5ocx" on "gift_plan" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "gift_plan_deleted_at_id_0ccnsuo" on "gift_plan" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "gift_plan_grams_1cp8cqn" on "gift_plan" using gin ("grams") where deleted_at is null;
create index "gift_plan_search_pinyin_0vz5wb3" on "gift_plan" using btree ("org", "search_pinyin") where deleted_at is null;
create index "gift_plan_search_initials_1fa9mzb" on "gift_plan" using btree ("org", "search_initials") where deleted_at is null;
create table "gift_application" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "code" text collate "C",
  "department" uuid,
  "gift_department" uuid,
  "date" date,
  "customer" uuid,
  "receiver" text,
  "receiver__py" text collate "C",
  "total" numeric,
  "owner" uuid,
  "head_signed" uuid,
  "gift_manager_signed" uuid,
  "office_director_signed" uuid,
  "deputy_manager_signed" uuid,
  "handed_out_on" date,
  "handed_out_by" uuid,
  "note" text,
  primary key ("org", "id")
);
create unique index "gift_application_code_0sq3do2" on "gift_application" using btree ("org", "code") where deleted_at is null;
create index "gift_application_department_updated_at_id_0wjlvse" on "gift_application" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "gift_application_department_created_at_id_1ihebt9" on "gift_application" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "gift_application_gift_department_id_1pksye8" on "gift_application" using btree ("org", "gift_department", "id") where deleted_at is null;
create index "gift_application_date_id_1dosnu3" on "gift_application" using btree ("org", "date", "id") where deleted_at is null;
create index "gift_application_customer_id_0t868gn" on "gift_application" using btree ("org", "customer", "id") where deleted_at is null;
create index "gift_application_total_id_0u5a0xx" on "gift_application" using btree ("org", "total", "id") where deleted_at is null;
create index "gift_application_owner_updated_at_id_0pwp5l1" on "gift_application" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "gift_application_owner_created_at_id_0g8i2ui" on "gift_application" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "gift_application_head_signed_id_0a0ux4a" on "gift_application" using btree ("org", "head_signed", "id") where deleted_at is null;
create index "gift_application_gift_manager_signed_id_0okdpo2" on "gift_application" using btree ("org", "gift_manager_signed", "id") where deleted_at is null;
create index "gift_application_office_director_signed_id_1cds21t" on "gift_application" using btree ("org", "office_director_signed", "id") where deleted_at is null;
create index "gift_application_deputy_manager_signed_id_1s66wln" on "gift_application" using btree ("org", "deputy_manager_signed", "id") where deleted_at is null;
create index "gift_application_handed_out_on_id_099f10s" on "gift_application" using btree ("org", "handed_out_on", "id") where deleted_at is null;
create index "gift_application_handed_out_by_id_01zwuyw" on "gift_application" using btree ("org", "handed_out_by", "id") where deleted_at is null;
create index "gift_application_created_at_id_17uzepb" on "gift_application" using btree ("org", "created_at", "id") where deleted_at is null;
create index "gift_application_updated_at_id_0tnk42o" on "gift_application" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "gift_application_deleted_at_id_12xmh1h" on "gift_application" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "gift_application_grams_0lzvvcu" on "gift_application" using gin ("grams") where deleted_at is null;
create index "gift_application_search_pinyin_0d76ckc" on "gift_application" using btree ("org", "search_pinyin") where deleted_at is null;
create index "gift_application_search_initials_1yrrhhc" on "gift_application" using btree ("org", "search_initials") where deleted_at is null;
create table "gift_move" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "date" date,
  "gift" uuid,
  "direction" text collate "C",
  "quantity" bigint,
  "change" bigint,
  "customer" uuid,
  "application" uuid,
  "note" text,
  "note__py" text collate "C",
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "gift_move_date_id_1ynecbs" on "gift_move" using btree ("org", "date", "id") where deleted_at is null;
create index "gift_move_gift_id_1rwtami" on "gift_move" using btree ("org", "gift", "id") where deleted_at is null;
create index "gift_move_customer_id_13etqns" on "gift_move" using btree ("org", "customer", "id") where deleted_at is null;
create index "gift_move_application_id_00gq1v0" on "gift_move" using btree ("org", "application", "id") where deleted_at is null;
create index "gift_move_owner_updated_at_id_0an4e8g" on "gift_move" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "gift_move_owner_created_at_id_1xxi9mn" on "gift_move" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "gift_move_department_updated_at_id_0psvx8h" on "gift_move" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "gift_move_department_created_at_id_116arzy" on "gift_move" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "gift_move_created_at_id_112zr6o" on "gift_move" using btree ("org", "created_at", "id") where deleted_at is null;
create index "gift_move_updated_at_id_1sta93v" on "gift_move" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "gift_move_deleted_at_id_0e0t6uq" on "gift_move" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "communication" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "customer" uuid,
  "contact" uuid,
  "date" date,
  "way" text collate "C",
  "content" text,
  "people" text,
  "people__py" text collate "C",
  "result" text,
  "result__py" text collate "C",
  "next" text,
  "next__py" text collate "C",
  "next_date" date,
  "next_done" boolean,
  "note" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "communication_customer_id_1n09eqy" on "communication" using btree ("org", "customer", "id") where deleted_at is null;
create index "communication_contact_id_1xbmq1g" on "communication" using btree ("org", "contact", "id") where deleted_at is null;
create index "communication_date_id_1bfahvu" on "communication" using btree ("org", "date", "id") where deleted_at is null;
create index "communication_way_id_0uw8vup" on "communication" using btree ("org", "way", "id") where deleted_at is null;
create index "communication_content_id_0l1chmn" on "communication" using btree ("org", "content", "id") where deleted_at is null;
create index "communication_next_date_id_0j9hbz2" on "communication" using btree ("org", "next_date", "id") where deleted_at is null;
create index "communication_owner_updated_at_id_1sm439u" on "communication" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "communication_owner_created_at_id_1oxf6dl" on "communication" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "communication_department_updated_at_id_0ue0skf" on "communication" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "communication_department_created_at_id_1yznbwc" on "communication" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "communication_created_at_id_1y6cz8e" on "communication" using btree ("org", "created_at", "id") where deleted_at is null;
create index "communication_updated_at_id_1m1l44h" on "communication" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "communication_deleted_at_id_0frpqkg" on "communication" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "communication_grams_0yzmi6n" on "communication" using gin ("grams") where deleted_at is null;
create index "communication_search_pinyin_0xhkha7" on "communication" using btree ("org", "search_pinyin") where deleted_at is null;
create index "communication_search_initials_1jjfu2v" on "communication" using btree ("org", "search_initials") where deleted_at is null;
create table "opportunity" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "code" text collate "C",
  "name" text,
  "name__py" text collate "C",
  "customer" uuid,
  "stage" text collate "C",
  "amount" numeric,
  "close_date" date,
  "probability" numeric,
  "weighted" numeric,
  "lost_reason" text,
  "lost_reason__py" text collate "C",
  "note" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create unique index "opportunity_code_0ohnw9k" on "opportunity" using btree ("org", "code") where deleted_at is null;
create index "opportunity_name__py_id_1dg4m5l" on "opportunity" using btree ("org", "name__py", "id") where deleted_at is null;
create index "opportunity_name_id_1bldmma" on "opportunity" using btree ("org", "name", "id") where deleted_at is null;
create index "opportunity_customer_id_0gnj6mn" on "opportunity" using btree ("org", "customer", "id") where deleted_at is null;
create index "opportunity_stage_id_1o0y1xl" on "opportunity" using btree ("org", "stage", "id") where deleted_at is null;
create index "opportunity_amount_id_1m63od7" on "opportunity" using btree ("org", "amount", "id") where deleted_at is null;
create index "opportunity_close_date_id_0loeqb4" on "opportunity" using btree ("org", "close_date", "id") where deleted_at is null;
create index "opportunity_owner_updated_at_id_0x2gb71" on "opportunity" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "opportunity_owner_created_at_id_0tdkjf6" on "opportunity" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "opportunity_department_updated_at_id_1m95oyu" on "opportunity" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "opportunity_department_created_at_id_1asti3p" on "opportunity" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "opportunity_created_at_id_1t1yv07" on "opportunity" using btree ("org", "created_at", "id") where deleted_at is null;
create index "opportunity_updated_at_id_0cfci94" on "opportunity" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "opportunity_deleted_at_id_0yerke5" on "opportunity" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "opportunity_grams_0kstx0m" on "opportunity" using gin ("grams") where deleted_at is null;
create index "opportunity_search_pinyin_0fgjuvo" on "opportunity" using btree ("org", "search_pinyin") where deleted_at is null;
create index "opportunity_search_initials_0fd8yag" on "opportunity" using btree ("org", "search_initials") where deleted_at is null;
create table "complaint" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "code" text collate "C",
  "customer" uuid,
  "date" date,
  "content" text,
  "severity" text collate "C",
  "handler" uuid,
  "deadline" date,
  "status" text collate "C",
  "result" text,
  "closed_on" date,
  "satisfaction" text collate "C",
  "product" uuid,
  "order" uuid,
  "note" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create unique index "complaint_code_1f4ihxs" on "complaint" using btree ("org", "code") where deleted_at is null;
create index "complaint_customer_id_1tsingr" on "complaint" using btree ("org", "customer", "id") where deleted_at is null;
create index "complaint_date_id_1xfbrrj" on "complaint" using btree ("org", "date", "id") where deleted_at is null;
create index "complaint_handler_id_0yo58qv" on "complaint" using btree ("org", "handler", "id") where deleted_at is null;
create index "complaint_deadline_id_01lgvyf" on "complaint" using btree ("org", "deadline", "id") where deleted_at is null;
create index "complaint_status_id_07xosdd" on "complaint" using btree ("org", "status", "id") where deleted_at is null;
create index "complaint_product_id_19lt27m" on "complaint" using btree ("org", "product", "id") where deleted_at is null;
create index "complaint_order_id_1eev6ir" on "complaint" using btree ("org", "order", "id") where deleted_at is null;
create index "complaint_owner_updated_at_id_0sexfqh" on "complaint" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "complaint_owner_created_at_id_09czp9i" on "complaint" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "complaint_department_updated_at_id_0900f9e" on "complaint" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "complaint_department_created_at_id_0fh8yop" on "complaint" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "complaint_created_at_id_1bm50rf" on "complaint" using btree ("org", "created_at", "id") where deleted_at is null;
create index "complaint_updated_at_id_122gtj8" on "complaint" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "complaint_deleted_at_id_1ytefg1" on "complaint" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "complaint_grams_1qx3olm" on "complaint" using gin ("grams") where deleted_at is null;
create index "complaint_search_pinyin_0ywldnk" on "complaint" using btree ("org", "search_pinyin") where deleted_at is null;
create index "complaint_search_initials_0amyk5o" on "complaint" using btree ("org", "search_initials") where deleted_at is null;
create table "countermeasure" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "kind" text collate "C",
  "year" bigint,
  "customer" uuid,
  "product" text,
  "product__py" text collate "C",
  "problem" text,
  "strategy" text,
  "trend" text,
  "trend__py" text collate "C",
  "trend_reason" text,
  "trend_reason__py" text collate "C",
  "status" text collate "C",
  "note" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "countermeasure_kind_id_1du0lci" on "countermeasure" using btree ("org", "kind", "id") where deleted_at is null;
create index "countermeasure_year_id_02h380b" on "countermeasure" using btree ("org", "year", "id") where deleted_at is null;
create index "countermeasure_customer_id_1htyglw" on "countermeasure" using btree ("org", "customer", "id") where deleted_at is null;
create index "countermeasure_owner_updated_at_id_1ejiwmk" on "countermeasure" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "countermeasure_owner_created_at_id_06yhccj" on "countermeasure" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "countermeasure_department_updated_at_id_03w9pdp" on "countermeasure" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "countermeasure_department_created_at_id_0m1ip6q" on "countermeasure" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "countermeasure_created_at_id_0deucl0" on "countermeasure" using btree ("org", "created_at", "id") where deleted_at is null;
create index "countermeasure_updated_at_id_1oawo47" on "countermeasure" using btree ("org", "updated_at", "id") where deleted_at is null;
create unique index "countermeasure_kind_year_customer_15dnuv3" on "countermeasure" using btree ("org", "kind", "year", "customer") where deleted_at is null;
create index "countermeasure_deleted_at_id_1ijoopy" on "countermeasure" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "evaluation" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "code" text collate "C",
  "customer" uuid,
  "date" date,
  "item_count" bigint,
  "weight_sum" numeric,
  "total" numeric,
  "standard" numeric,
  "result" text collate "C",
  "note" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create unique index "evaluation_code_1kvub27" on "evaluation" using btree ("org", "code") where deleted_at is null;
create index "evaluation_customer_id_09vlqrq" on "evaluation" using btree ("org", "customer", "id") where deleted_at is null;
create index "evaluation_date_id_1y7l7ti" on "evaluation" using btree ("org", "date", "id") where deleted_at is null;
create index "evaluation_total_id_0x872wq" on "evaluation" using btree ("org", "total", "id") where deleted_at is null;
create index "evaluation_owner_updated_at_id_0gyti8e" on "evaluation" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "evaluation_owner_created_at_id_02l7lil" on "evaluation" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "evaluation_department_updated_at_id_1r4dsaz" on "evaluation" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "evaluation_department_created_at_id_00ltgfk" on "evaluation" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "evaluation_created_at_id_0p9uhqa" on "evaluation" using btree ("org", "created_at", "id") where deleted_at is null;
create index "evaluation_updated_at_id_0z62q65" on "evaluation" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "evaluation_deleted_at_id_019wn90" on "evaluation" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "evaluation_grams_0kls437" on "evaluation" using gin ("grams") where deleted_at is null;
create index "evaluation_search_pinyin_0aglfyj" on "evaluation" using btree ("org", "search_pinyin") where deleted_at is null;
create index "evaluation_search_initials_1g0n9rf" on "evaluation" using btree ("org", "search_initials") where deleted_at is null;
create table "evaluation_item" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "evaluation" uuid,
  "position" bigint,
  "indicator" text,
  "indicator__py" text collate "C",
  "weight" numeric,
  "score" numeric,
  "level" text collate "C",
  "basis" text,
  "basis__py" text collate "C",
  "points" numeric,
  "note" text,
  "note__py" text collate "C",
  primary key ("org", "id")
);
create index "evaluation_item_evaluation_id_1onzpf0" on "evaluation_item" using btree ("org", "evaluation", "id") where deleted_at is null;
create index "evaluation_item_indicator__py_id_0m430zg" on "evaluation_item" using btree ("org", "indicator__py", "id") where deleted_at is null;
create index "evaluation_item_indicator_id_1afegnr" on "evaluation_item" using btree ("org", "indicator", "id") where deleted_at is null;
create index "evaluation_item_deleted_at_id_11lo3vo" on "evaluation_item" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "price_application" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "code" text collate "C",
  "region" uuid,
  "customer" uuid,
  "date" date,
  "year" bigint,
  "expected" numeric,
  "offer" text,
  "offer__py" text collate "C",
  "product" uuid,
  "price" numeric,
  "decision" text collate "C",
  "decision_note" text,
  "decision_note__py" text collate "C",
  "decided_by" uuid,
  "decided_at" timestamp with time zone,
  "note" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create unique index "price_application_code_0xurwg1" on "price_application" using btree ("org", "code") where deleted_at is null;
create index "price_application_region_id_19p7jlm" on "price_application" using btree ("org", "region", "id") where deleted_at is null;
create index "price_application_customer_id_1iao7vi" on "price_application" using btree ("org", "customer", "id") where deleted_at is null;
create index "price_application_date_id_01938tq" on "price_application" using btree ("org", "date", "id") where deleted_at is null;
create index "price_application_year_id_1ss5z8h" on "price_application" using btree ("org", "year", "id") where deleted_at is null;
create index "price_application_product_id_1piaaz1" on "price_application" using btree ("org", "product", "id") where deleted_at is null;
create index "price_application_decision_id_0uiqi2s" on "price_application" using btree ("org", "decision", "id") where deleted_at is null;
create index "price_application_decided_by_id_0vm5fgm" on "price_application" using btree ("org", "decided_by", "id") where deleted_at is null;
create index "price_application_owner_updated_at_id_0ibb8ly" on "price_application" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "price_application_owner_created_at_id_1t1xfw5" on "price_application" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "price_application_department_updated_at_id_1jo2yqr" on "price_application" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "price_application_department_created_at_id_1x5qcaw" on "price_application" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "price_application_created_at_id_13ltfii" on "price_application" using btree ("org", "created_at", "id") where deleted_at is null;
create index "price_application_updated_at_id_0fdhmxx" on "price_application" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "price_application_deleted_at_id_1d70hm4" on "price_application" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "price_application_grams_006kwez" on "price_application" using gin ("grams") where deleted_at is null;
create index "price_application_search_pinyin_1lm1ddv" on "price_application" using btree ("org", "search_pinyin") where deleted_at is null;
create index "price_application_search_initials_0r9ycpv" on "price_application" using btree ("org", "search_initials") where deleted_at is null;
create table "price_preference" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "region" uuid,
  "customer" uuid,
  "product" uuid,
  "price" numeric,
  "from" date,
  "until" date,
  "application" uuid,
  "note" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "price_preference_region_id_1ulwh9j" on "price_preference" using btree ("org", "region", "id") where deleted_at is null;
create index "price_preference_customer_id_1j57c4b" on "price_preference" using btree ("org", "customer", "id") where deleted_at is null;
create index "price_preference_product_id_1s3p09u" on "price_preference" using btree ("org", "product", "id") where deleted_at is null;
create index "price_preference_application_id_17tq22d" on "price_preference" using btree ("org", "application", "id") where deleted_at is null;
create index "price_preference_owner_updated_at_id_0e6zfeh" on "price_preference" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "price_preference_owner_created_at_id_0xsii3a" on "price_preference" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "price_preference_department_updated_at_id_0koifg2" on "price_preference" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "price_preference_department_created_at_id_1r2zxgp" on "price_preference" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "price_preference_created_at_id_1ej93u3" on "price_preference" using btree ("org", "created_at", "id") where deleted_at is null;
create index "price_preference_updated_at_id_14ky0vo" on "price_preference" using btree ("org", "updated_at", "id") where deleted_at is null;
create unique index "price_preference_application_119y159" on "price_preference" using btree ("org", "application") where deleted_at is null;
create index "price_preference_deleted_at_id_1f06uf5" on "price_preference" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "region_problem" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "region" uuid,
  "year" bigint,
  "problem" text,
  "difficulty" text collate "C",
  "rep1" uuid,
  "rep2" uuid,
  "rep3" uuid,
  "supervisor" uuid,
  "others" text,
  "others__py" text collate "C",
  "verdict" text collate "C",
  "strategy" text,
  "status" text collate "C",
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "region_problem_region_id_1k3s0c4" on "region_problem" using btree ("org", "region", "id") where deleted_at is null;
create index "region_problem_year_id_11mrl9j" on "region_problem" using btree ("org", "year", "id") where deleted_at is null;
create index "region_problem_problem_id_0wlejjr" on "region_problem" using btree ("org", "problem", "id") where deleted_at is null;
create index "region_problem_rep1_id_1d45t1a" on "region_problem" using btree ("org", "rep1", "id") where deleted_at is null;
create index "region_problem_rep2_id_0dg9mel" on "region_problem" using btree ("org", "rep2", "id") where deleted_at is null;
create index "region_problem_rep3_id_09oghsw" on "region_problem" using btree ("org", "rep3", "id") where deleted_at is null;
create index "region_problem_supervisor_id_0urijya" on "region_problem" using btree ("org", "supervisor", "id") where deleted_at is null;
create index "region_problem_owner_updated_at_id_15gk06w" on "region_problem" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "region_problem_owner_created_at_id_0si7xpj" on "region_problem" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "region_problem_department_updated_at_id_086h8k9" on "region_problem" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "region_problem_department_created_at_id_16obdrq" on "region_problem" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "region_problem_created_at_id_06vzhmw" on "region_problem" using btree ("org", "created_at", "id") where deleted_at is null;
create index "region_problem_updated_at_id_12iqqoz" on "region_problem" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "region_problem_deleted_at_id_0jnelca" on "region_problem" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "region_problem_grams_0opi5g5" on "region_problem" using gin ("grams") where deleted_at is null;
create index "region_problem_search_pinyin_1hzs2nt" on "region_problem" using btree ("org", "search_pinyin") where deleted_at is null;
create index "region_problem_search_initials_1301i1l" on "region_problem" using btree ("org", "search_initials") where deleted_at is null;
create table "contact_child" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "contact" uuid,
  "name" text,
  "name__py" text collate "C",
  "birthday" text collate "C",
  "birthday__solar" date,
  "likes" text,
  "likes__py" text collate "C",
  "schooling" text,
  "schooling__py" text collate "C",
  primary key ("org", "id")
);
create index "contact_child_contact_id_0hjrlgz" on "contact_child" using btree ("org", "contact", "id") where deleted_at is null;
create index "contact_child_name__py_id_128kstd" on "contact_child" using btree ("org", "name__py", "id") where deleted_at is null;
create index "contact_child_name_id_1nljnii" on "contact_child" using btree ("org", "name", "id") where deleted_at is null;
create index "contact_child_deleted_at_id_0lextwl" on "contact_child" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "contact_parent" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "contact" uuid,
  "name" text,
  "name__py" text collate "C",
  "age" bigint,
  "likes" text,
  "likes__py" text collate "C",
  primary key ("org", "id")
);
create index "contact_parent_contact_id_1toe2m1" on "contact_parent" using btree ("org", "contact", "id") where deleted_at is null;
create index "contact_parent_name__py_id_0sp3b2n" on "contact_parent" using btree ("org", "name__py", "id") where deleted_at is null;
create index "contact_parent_name_id_1d0tk7k" on "contact_parent" using btree ("org", "name", "id") where deleted_at is null;
create index "contact_parent_deleted_at_id_0ex9nbn" on "contact_parent" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "contact_relation" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "contact" uuid,
  "person" uuid,
  "colleague" uuid,
  "name" text,
  "name__py" text collate "C",
  "tie" text collate "C",
  "nature" text collate "C",
  "note" text,
  "note__py" text collate "C",
  primary key ("org", "id")
);
create index "contact_relation_contact_id_1r1grxd" on "contact_relation" using btree ("org", "contact", "id") where deleted_at is null;
create index "contact_relation_person_id_15a9m6y" on "contact_relation" using btree ("org", "person", "id") where deleted_at is null;
create index "contact_relation_colleague_id_0fo4bng" on "contact_relation" using btree ("org", "colleague", "id") where deleted_at is null;
create index "contact_relation_tie_id_050ea27" on "contact_relation" using btree ("org", "tie", "id") where deleted_at is null;
create index "contact_relation_deleted_at_id_052vy23" on "contact_relation" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "key_customer" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "year" bigint,
  "customer" uuid,
  "target" numeric,
  "reason" text,
  "actions" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "key_customer_year_id_1mrlc9z" on "key_customer" using btree ("org", "year", "id") where deleted_at is null;
create index "key_customer_customer_id_03yx7ww" on "key_customer" using btree ("org", "customer", "id") where deleted_at is null;
create index "key_customer_owner_updated_at_id_11d337c" on "key_customer" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "key_customer_owner_created_at_id_0oer0pz" on "key_customer" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "key_customer_department_updated_at_id_0wcxx21" on "key_customer" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "key_customer_department_created_at_id_1uus29i" on "key_customer" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "key_customer_created_at_id_0unch6w" on "key_customer" using btree ("org", "created_at", "id") where deleted_at is null;
create index "key_customer_updated_at_id_1qa3q8z" on "key_customer" using btree ("org", "updated_at", "id") where deleted_at is null;
create unique index "key_customer_year_customer_1vib7n5" on "key_customer" using btree ("org", "year", "customer") where deleted_at is null;
create index "key_customer_deleted_at_id_078uop6" on "key_customer" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "rep_note" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "person" uuid,
  "date" date,
  "text" text,
  "text__py" text collate "C",
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "rep_note_person_id_12zwi7n" on "rep_note" using btree ("org", "person", "id") where deleted_at is null;
create index "rep_note_date_id_0kzlobk" on "rep_note" using btree ("org", "date", "id") where deleted_at is null;
create index "rep_note_text__py_id_0l5olpe" on "rep_note" using btree ("org", "text__py", "id") where deleted_at is null;
create index "rep_note_text_id_0bvd2o5" on "rep_note" using btree ("org", "text", "id") where deleted_at is null;
create index "rep_note_owner_updated_at_id_014cwxk" on "rep_note" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "rep_note_owner_created_at_id_196di5j" on "rep_note" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "rep_note_department_updated_at_id_1kzp2l5" on "rep_note" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "rep_note_department_created_at_id_1x4t3jq" on "rep_note" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "rep_note_created_at_id_1opur48" on "rep_note" using btree ("org", "created_at", "id") where deleted_at is null;
create index "rep_note_updated_at_id_1b87dk3" on "rep_note" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "rep_note_deleted_at_id_09k240a" on "rep_note" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "grade_change" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "customer" uuid,
  "date" date,
  "year" bigint,
  "grade" text collate "C",
  "previous" text collate "C",
  "basis" text collate "C",
  primary key ("org", "id")
);
create index "grade_change_customer_id_1amxxto" on "grade_change" using btree ("org", "customer", "id") where deleted_at is null;
create index "grade_change_date_id_1fyazgc" on "grade_change" using btree ("org", "date", "id") where deleted_at is null;
create index "grade_change_year_id_07hx943" on "grade_change" using btree ("org", "year", "id") where deleted_at is null;
create index "grade_change_grade_id_1sif6cr" on "grade_change" using btree ("org", "grade", "id") where deleted_at is null;
create index "grade_change_deleted_at_id_1xjo6y6" on "grade_change" using btree ("org", "deleted_at", "id") where deleted_at is not null;
alter table "order_line" add column "cost_amount" numeric;
create table "daily_expense" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "report" uuid,
  "item" text,
  "item__py" text collate "C",
  "amount" numeric,
  "note" text,
  "note__py" text collate "C",
  primary key ("org", "id")
);
create index "daily_expense_report_id_14hxlgq" on "daily_expense" using btree ("org", "report", "id") where deleted_at is null;
create index "daily_expense_item__py_id_117dm8u" on "daily_expense" using btree ("org", "item__py", "id") where deleted_at is null;
create index "daily_expense_item_id_0od1p8x" on "daily_expense" using btree ("org", "item", "id") where deleted_at is null;
create index "daily_expense_deleted_at_id_0inyh6u" on "daily_expense" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "gift_application_line" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "application" uuid,
  "gift" uuid,
  "quantity" bigint,
  "value" numeric,
  "note" text,
  "note__py" text collate "C",
  primary key ("org", "id")
);
create index "gift_application_line_application_id_0pn7c58" on "gift_application_line" using btree ("org", "application", "id") where deleted_at is null;
create index "gift_application_line_gift_id_1wukoca" on "gift_application_line" using btree ("org", "gift", "id") where deleted_at is null;
create index "gift_application_line_deleted_at_id_0tfiq4i" on "gift_application_line" using btree ("org", "deleted_at", "id") where deleted_at is not null;
alter table "company" add column "grade_basis" text collate "C";
alter table "company" add column "spend_high" numeric;
alter table "company" add column "spend_low" numeric;
alter table "company" add column "age_bands" text;
alter table "company" add column "age_bands__py" text collate "C";
alter table "company" add column "wage_bands" text;
alter table "company" add column "wage_bands__py" text collate "C";
alter table "company" add column "growth_floor" numeric;
alter table "company" add column "relation_develop" numeric;
alter table "company" add column "relation_keep" numeric;
alter table "role" add column "offered" jsonb;
alter table "notification" add column "run" text;
alter table "notification" add column "run__py" text collate "C";
create table "filled_form" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "grams" text[],
  "search_pinyin" text collate "C",
  "search_initials" text collate "C",
  "title" text,
  "title__py" text collate "C",
  "form" text,
  "form__py" text collate "C",
  "period" text,
  "period__py" text collate "C",
  "state" text collate "C",
  "filed_by" uuid,
  "filed_at" timestamp with time zone,
  "note" text,
  "object" text,
  "object__py" text collate "C",
  "record" text,
  "record__py" text collate "C",
  "slot" text,
  "slot__py" text collate "C",
  "params" jsonb,
  "content" jsonb,
  "sheet" jsonb,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "filled_form_title__py_id_1p2ne8o" on "filled_form" using btree ("org", "title__py", "id") where deleted_at is null;
create index "filled_form_title_id_0kr2v2b" on "filled_form" using btree ("org", "title", "id") where deleted_at is null;
create index "filled_form_state_id_1kf53ou" on "filled_form" using btree ("org", "state", "id") where deleted_at is null;
create index "filled_form_filed_by_id_18lwq3f" on "filled_form" using btree ("org", "filed_by", "id") where deleted_at is null;
create index "filled_form_slot__py_id_1n9omda" on "filled_form" using btree ("org", "slot__py", "id") where deleted_at is null;
create index "filled_form_slot_id_01cg8kx" on "filled_form" using btree ("org", "slot", "id") where deleted_at is null;
create index "filled_form_owner_updated_at_id_0yae86r" on "filled_form" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "filled_form_owner_created_at_id_0q6edfc" on "filled_form" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "filled_form_department_updated_at_id_0kw07eg" on "filled_form" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "filled_form_department_created_at_id_07xo4x3" on "filled_form" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "filled_form_created_at_id_0ddgs3d" on "filled_form" using btree ("org", "created_at", "id") where deleted_at is null;
create index "filled_form_updated_at_id_09dcpgi" on "filled_form" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "filled_form_deleted_at_id_1wp8ppr" on "filled_form" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "filled_form_grams_1e611r0" on "filled_form" using gin ("grams") where deleted_at is null;
create index "filled_form_search_pinyin_14kbhda" on "filled_form" using btree ("org", "search_pinyin") where deleted_at is null;
create index "filled_form_search_initials_0cxkra2" on "filled_form" using btree ("org", "search_initials") where deleted_at is null;
create table "flow_deputy" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "owner" uuid,
  "deputy" uuid,
  "begins" date,
  "ends" date,
  "note" text,
  "note__py" text collate "C",
  "department" uuid,
  primary key ("org", "id")
);
create index "flow_deputy_owner_updated_at_id_1w7ui40" on "flow_deputy" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "flow_deputy_owner_created_at_id_0uxy02n" on "flow_deputy" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "flow_deputy_deputy_id_0f0n7h5" on "flow_deputy" using btree ("org", "deputy", "id") where deleted_at is null;
create index "flow_deputy_department_updated_at_id_0s7i4v5" on "flow_deputy" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "flow_deputy_department_created_at_id_14c9zz2" on "flow_deputy" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "flow_deputy_created_at_id_1v380sg" on "flow_deputy" using btree ("org", "created_at", "id") where deleted_at is null;
create index "flow_deputy_updated_at_id_077sv97" on "flow_deputy" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "flow_deputy_deleted_at_id_0fmdrbm" on "flow_deputy" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "customer_sales_month" (
  "org" integer not null,
  "parent" uuid not null,
  "month" integer not null,
  "amount" bigint not null default 0,
  "cost" bigint not null default 0,
  "uncosted" bigint not null default 0,
  "orders" bigint not null default 0,
  primary key ("org", "parent", "month")
);
create index "customer_sales_month_month_parent_15ki6cy" on "customer_sales_month" using btree ("org", "month", "parent");
