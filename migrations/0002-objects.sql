create table "history" (
  "org" integer not null,
  "id" bigint generated always as identity not null,
  "at" timestamp with time zone not null default now(),
  "actor" uuid,
  "via" text not null,
  "action" text not null,
  "batch" uuid not null,
  "object" text not null,
  "record" uuid not null,
  "version" integer not null,
  "before" jsonb,
  "after" jsonb,
  primary key ("org", "id")
);
create index "history_object_record_id_1hfnhfx" on "history" using btree ("org", "object", "record", "id");
create index "history_batch_object_id_16qkd36" on "history" using btree ("org", "batch", "object", "id");
create table "action_batch" (
  "org" integer not null,
  "id" uuid not null,
  "at" timestamp with time zone not null default now(),
  "actor" uuid,
  "actor_name" text not null,
  "via" text not null,
  "action" text not null,
  "label" jsonb not null,
  "kind" text not null,
  "target" uuid,
  "undone_by" uuid,
  "undoable" boolean not null,
  "count" integer not null,
  "objects" jsonb not null,
  "inverse" jsonb,
  primary key ("org", "id")
);
create index "action_batch_actor_id_05ufmkn" on "action_batch" using btree ("org", "actor", "id");
create table "audit" (
  "org" integer not null,
  "id" uuid not null,
  "seq" bigint,
  "at" timestamp with time zone not null default now(),
  "actor" uuid,
  "via" text,
  "ip" text,
  "what" text not null,
  "object" text,
  "record" uuid,
  "detail" jsonb,
  "hash" text,
  "prev" text,
  primary key ("org", "id")
);
create unique index "audit_seq_0bs7f7n" on "audit" using btree ("org", "seq");
create index "audit_at_id_0b4o9v6" on "audit" using btree ("org", "at", "id") where seq is null;
create index "audit_at_0wgv796" on "audit" using btree ("org", "at");
create index "audit_object_record_0gmq3w1" on "audit" using btree ("org", "object", "record");
create table "outbox" (
  "org" integer not null,
  "id" uuid not null,
  "seq" bigint generated always as identity not null,
  "at" timestamp with time zone not null default now(),
  "kind" text not null,
  "payload" jsonb not null,
  "done_at" timestamp with time zone,
  "xid" bigint,
  primary key ("org", "id")
);
create index "outbox_xid_002m5js" on "outbox" using btree ("xid");
create index "outbox_seq_0c6dczi" on "outbox" using btree ("seq");
create index "outbox_seq_072alau" on "outbox" using btree ("org", "seq") where done_at is null;
create table "counter" (
  "org" integer not null,
  "name" text not null,
  "value" bigint not null,
  primary key ("org", "name")
);
create table "idempotency" (
  "org" integer not null,
  "actor" uuid not null,
  "key" text not null,
  "hash" text not null,
  "status" integer,
  "answer" jsonb,
  "at" timestamp with time zone not null default now(),
  primary key ("org", "actor", "key")
);
create index "idempotency_at_1hiazam" on "idempotency" using btree ("at");
create table "catalog_object" (
  "org" integer not null,
  "name" text not null,
  "definition" jsonb not null,
  "position" integer not null default 0,
  "at" timestamp with time zone not null default now(),
  primary key ("org", "name")
);
create table "catalog_field" (
  "org" integer not null,
  "object" text not null,
  "key" text not null,
  "definition" jsonb not null,
  "position" integer not null default 0,
  "at" timestamp with time zone not null default now(),
  primary key ("org", "object", "key")
);
create table "catalog_version" (
  "org" integer not null,
  "version" bigint not null,
  primary key ("org")
);
create table "record_share" (
  "org" integer not null,
  "id" uuid not null,
  "object" text not null,
  "record" uuid not null,
  "user_id" uuid,
  "department" uuid,
  "level" text not null,
  "created_by" uuid,
  "created_at" timestamp with time zone not null default now(),
  primary key ("org", "id")
);
create index "record_share_object_user_id_record_0culjpi" on "record_share" using btree ("org", "object", "user_id", "record");
create index "record_share_object_department_record_0uufgdz" on "record_share" using btree ("org", "object", "department", "record");
create index "record_share_object_record_0c3iuzh" on "record_share" using btree ("org", "object", "record");
create table "import_job" (
  "org" integer not null,
  "id" uuid not null,
  "actor" uuid not null,
  "object" text not null,
  "state" text not null,
  "name" text,
  "file" uuid,
  "batch" uuid,
  "total" bigint,
  "done" bigint not null default 0,
  "detail" jsonb,
  "created_at" timestamp with time zone not null default now(),
  "updated_at" timestamp with time zone not null default now(),
  "beat" timestamp with time zone,
  primary key ("org", "id")
);
create index "import_job_created_at_1x2oay3" on "import_job" using btree ("org", "created_at");
create index "import_job_state_1heayto" on "import_job" using btree ("state");
create table "import_row" (
  "org" integer not null,
  "job" uuid not null,
  "row" integer not null,
  "record" uuid,
  "outcome" text not null,
  "detail" jsonb,
  primary key ("org", "job", "row")
);
create index "import_row_job_outcome_row_1lev78v" on "import_row" using btree ("org", "job", "outcome", "row");
create table "export_job" (
  "org" integer not null,
  "id" uuid not null,
  "actor" uuid not null,
  "object" text not null,
  "state" text not null,
  "format" text not null,
  "reason" text,
  "query" jsonb not null,
  "rows" bigint,
  "detail" jsonb,
  "created_at" timestamp with time zone not null default now(),
  "updated_at" timestamp with time zone not null default now(),
  primary key ("org", "id")
);
create index "export_job_created_at_0t8e9cq" on "export_job" using btree ("org", "created_at");
create table "customer" (
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
  "short_name" text,
  "short_name__py" text collate "C",
  "customer_class" text collate "C",
  "grade" text collate "C",
  "stage" text collate "C",
  "tags" text[],
  "region" uuid,
  "contact_name" text,
  "contact_name__py" text collate "C",
  "phone" text collate "C",
  "email" text collate "C",
  "address" text,
  "address__province" text collate "C",
  "address__city" text collate "C",
  "address__district" text collate "C",
  "address__detail" text,
  "address__lon" double precision,
  "address__lat" double precision,
  "website" text collate "C",
  "sales_total" numeric,
  "order_count" bigint,
  "first_order" date,
  "last_order" date,
  "paid_total" numeric,
  "receivable" numeric,
  "average_order" numeric,
  "credit_limit" numeric,
  "satisfaction" numeric,
  "annual_sales" numeric,
  "note" text,
  "site" text collate "C",
  "boss_name" text,
  "boss_name__py" text collate "C",
  "boss_gender" text collate "C",
  "boss_age" bigint,
  "boss_education" text collate "C",
  "boss_language" text,
  "boss_language__py" text collate "C",
  "boss_origin" text,
  "boss_origin__py" text collate "C",
  "honours" text,
  "bank" text,
  "bank__py" text collate "C",
  "bank_account" text,
  "bank_account__py" text collate "C",
  "bank_note" text,
  "honouring" text,
  "honouring__py" text collate "C",
  "funds" text collate "C",
  "payment" text,
  "payment__py" text collate "C",
  "paying_manner" text collate "C",
  "finance_note" text,
  "policy" text collate "C",
  "business" text collate "C",
  "sales_range" text collate "C",
  "pricing" text collate "C",
  "nature" text collate "C",
  "monthly_power" numeric,
  "demand" text collate "C",
  "settlement" text collate "C",
  "wage" numeric,
  "shopping" text collate "C",
  "distance" numeric,
  "trade" text,
  "trade__py" text collate "C",
  "avoid_times" text,
  "avoid_times__py" text collate "C",
  "files" uuid[],
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create unique index "customer_code_1395d9l" on "customer" using btree ("org", "code") where deleted_at is null;
create index "customer_name__py_id_0phfdyu" on "customer" using btree ("org", "name__py", "id") where deleted_at is null;
create index "customer_name_id_0oxjzyx" on "customer" using btree ("org", "name", "id") where deleted_at is null;
create index "customer_customer_class_id_0ws8h31" on "customer" using btree ("org", "customer_class", "id") where deleted_at is null;
create index "customer_grade_id_0gufl2j" on "customer" using btree ("org", "grade", "id") where deleted_at is null;
create index "customer_stage_id_0cmelm0" on "customer" using btree ("org", "stage", "id") where deleted_at is null;
create index "customer_tags_0zh94rk" on "customer" using gin ("tags") where deleted_at is null;
create index "customer_region_id_1ybaahk" on "customer" using btree ("org", "region", "id") where deleted_at is null;
create index "customer_phone_id_0h6pxwu" on "customer" using btree ("org", "phone", "id") where deleted_at is null;
create index "customer_sales_total_id_18ont3h" on "customer" using btree ("org", "sales_total", "id") where deleted_at is null;
create index "customer_order_count_id_1wap3sm" on "customer" using btree ("org", "order_count", "id") where deleted_at is null;
create index "customer_last_order_id_1wf1tr9" on "customer" using btree ("org", "last_order", "id") where deleted_at is null;
create index "customer_receivable_id_1f53cmm" on "customer" using btree ("org", "receivable", "id") where deleted_at is null;
create index "customer_files_1w4c20w" on "customer" using gin ("files") where deleted_at is null;
create index "customer_owner_updated_at_id_0w9rrj8" on "customer" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "customer_owner_created_at_id_1hw0rln" on "customer" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "customer_department_updated_at_id_1vlcoud" on "customer" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "customer_department_created_at_id_1qdxx62" on "customer" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "customer_created_at_id_1x037cc" on "customer" using btree ("org", "created_at", "id") where deleted_at is null;
create index "customer_updated_at_id_117js1b" on "customer" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "customer_region_grade_id_1cy36kv" on "customer" using btree ("org", "region", "grade", "id") where deleted_at is null;
create index "customer_deleted_at_id_13dkgxa" on "customer" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "customer_grams_0qv3rm1" on "customer" using gin ("grams") where deleted_at is null;
create index "customer_search_pinyin_10im4v9" on "customer" using btree ("org", "search_pinyin") where deleted_at is null;
create index "customer_search_initials_0ke94ot" on "customer" using btree ("org", "search_initials") where deleted_at is null;
create table "contact" (
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
  "name" text,
  "name__py" text collate "C",
  "customer" uuid,
  "gender" text collate "C",
  "position" text,
  "position__py" text collate "C",
  "mobile" text collate "C",
  "office_phone" text collate "C",
  "home_phone" text collate "C",
  "email" text collate "C",
  "wechat" text,
  "wechat__py" text collate "C",
  "birthday" text collate "C",
  "birthday__solar" date,
  "decision_maker" boolean,
  "primary" boolean,
  "tags" text[],
  "note" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "contact_name__py_id_04jbq1k" on "contact" using btree ("org", "name__py", "id") where deleted_at is null;
create index "contact_name_id_12lviir" on "contact" using btree ("org", "name", "id") where deleted_at is null;
create index "contact_customer_id_1ns00qa" on "contact" using btree ("org", "customer", "id") where deleted_at is null;
create index "contact_mobile_id_0fntbkk" on "contact" using btree ("org", "mobile", "id") where deleted_at is null;
create index "contact_tags_1pgauha" on "contact" using gin ("tags") where deleted_at is null;
create index "contact_owner_updated_at_id_1stncve" on "contact" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "contact_owner_created_at_id_18fa3lt" on "contact" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "contact_department_updated_at_id_1n9tuav" on "contact" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "contact_department_created_at_id_19aek84" on "contact" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "contact_created_at_id_1hy2vw6" on "contact" using btree ("org", "created_at", "id") where deleted_at is null;
create index "contact_updated_at_id_0jg8qop" on "contact" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "contact_deleted_at_id_1uahkfc" on "contact" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "contact_grams_0247qh3" on "contact" using gin ("grams") where deleted_at is null;
create index "contact_search_pinyin_0gd7buv" on "contact" using btree ("org", "search_pinyin") where deleted_at is null;
create index "contact_search_initials_07jhtbj" on "contact" using btree ("org", "search_initials") where deleted_at is null;
create table "sales_order" (
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
  "kind" text collate "C",
  "status" text collate "C",
  "goods" numeric,
  "discount" numeric,
  "total" numeric,
  "note" text,
  "files" uuid[],
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create unique index "sales_order_code_1x3rusy" on "sales_order" using btree ("org", "code") where deleted_at is null;
create index "sales_order_customer_id_00gxer9" on "sales_order" using btree ("org", "customer", "id") where deleted_at is null;
create index "sales_order_date_id_0re0r9t" on "sales_order" using btree ("org", "date", "id") where deleted_at is null;
create index "sales_order_status_id_07ao72z" on "sales_order" using btree ("org", "status", "id") where deleted_at is null;
create index "sales_order_total_id_153hq9n" on "sales_order" using btree ("org", "total", "id") where deleted_at is null;
create index "sales_order_files_0oac105" on "sales_order" using gin ("files") where deleted_at is null;
create index "sales_order_owner_updated_at_id_0yi59pv" on "sales_order" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "sales_order_owner_created_at_id_0qe5eyg" on "sales_order" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "sales_order_department_updated_at_id_0hmvj08" on "sales_order" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "sales_order_department_created_at_id_04ojgiv" on "sales_order" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "sales_order_created_at_id_0c34vy1" on "sales_order" using btree ("org", "created_at", "id") where deleted_at is null;
create index "sales_order_updated_at_id_0830tb6" on "sales_order" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "sales_order_customer_date_id_1j7mga1" on "sales_order" using btree ("org", "customer", "date", "id") where deleted_at is null;
create index "sales_order_deleted_at_id_007qh0v" on "sales_order" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "sales_order_grams_1i8zgrg" on "sales_order" using gin ("grams") where deleted_at is null;
create index "sales_order_search_pinyin_1rv5zxq" on "sales_order" using btree ("org", "search_pinyin") where deleted_at is null;
create index "sales_order_search_initials_181dz16" on "sales_order" using btree ("org", "search_initials") where deleted_at is null;
create table "payment" (
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
  "order" uuid,
  "date" date,
  "amount" numeric,
  "method" text collate "C",
  "note" text,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create unique index "payment_code_12k5cqv" on "payment" using btree ("org", "code") where deleted_at is null;
create index "payment_customer_id_1sha48c" on "payment" using btree ("org", "customer", "id") where deleted_at is null;
create index "payment_order_id_13dgjxy" on "payment" using btree ("org", "order", "id") where deleted_at is null;
create index "payment_date_id_1azkh8s" on "payment" using btree ("org", "date", "id") where deleted_at is null;
create index "payment_owner_updated_at_id_0pantec" on "payment" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "payment_owner_created_at_id_0duidhn" on "payment" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "payment_department_updated_at_id_0i7lkgl" on "payment" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "payment_department_created_at_id_04u013u" on "payment" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "payment_created_at_id_04i99r0" on "payment" using btree ("org", "created_at", "id") where deleted_at is null;
create index "payment_updated_at_id_073jdq7" on "payment" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "payment_deleted_at_id_0uz4qxq" on "payment" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "payment_grams_1y6mwm1" on "payment" using gin ("grams") where deleted_at is null;
create index "payment_search_pinyin_0qfrhlh" on "payment" using btree ("org", "search_pinyin") where deleted_at is null;
create index "payment_search_initials_1wh97sd" on "payment" using btree ("org", "search_initials") where deleted_at is null;
create table "product" (
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
  "category" uuid,
  "spec" text,
  "spec__py" text collate "C",
  "unit" text,
  "unit__py" text collate "C",
  "price" numeric,
  "cost" numeric,
  "on_sale" boolean,
  "note" text,
  primary key ("org", "id")
);
create unique index "product_code_0o5w62u" on "product" using btree ("org", "code") where deleted_at is null;
create index "product_name__py_id_05zcj9n" on "product" using btree ("org", "name__py", "id") where deleted_at is null;
create index "product_name_id_06d404c" on "product" using btree ("org", "name", "id") where deleted_at is null;
create index "product_category_id_1e2pldh" on "product" using btree ("org", "category", "id") where deleted_at is null;
create index "product_price_id_0m8t8y2" on "product" using btree ("org", "price", "id") where deleted_at is null;
create index "product_created_at_id_0q7nkxt" on "product" using btree ("org", "created_at", "id") where deleted_at is null;
create index "product_updated_at_id_1am0u7e" on "product" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "product_deleted_at_id_18qbzuv" on "product" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "product_grams_0l4v1d0" on "product" using gin ("grams") where deleted_at is null;
create index "product_search_pinyin_1bl8cqu" on "product" using btree ("org", "search_pinyin") where deleted_at is null;
create index "product_search_initials_1mckhiq" on "product" using btree ("org", "search_initials") where deleted_at is null;
create table "category" (
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
  "name" text,
  "name__py" text collate "C",
  "code" text collate "C",
  "parent" uuid,
  "note" text,
  primary key ("org", "id")
);
create index "category_name__py_id_1l1ji52" on "category" using btree ("org", "name__py", "id") where deleted_at is null;
create unique index "category_name_0bau2hr" on "category" using btree ("org", "name") where deleted_at is null;
create unique index "category_code_1q1vx21" on "category" using btree ("org", "code") where deleted_at is null;
create index "category_parent_id_1fg5ml4" on "category" using btree ("org", "parent", "id") where deleted_at is null;
create index "category_created_at_id_0rvqlos" on "category" using btree ("org", "created_at", "id") where deleted_at is null;
create index "category_updated_at_id_0r3lrin" on "category" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "category_deleted_at_id_1m0ufm6" on "category" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "category_grams_02t3vl5" on "category" using gin ("grams") where deleted_at is null;
create index "category_search_pinyin_07vm1z9" on "category" using btree ("org", "search_pinyin") where deleted_at is null;
create index "category_search_initials_10gujfh" on "category" using btree ("org", "search_initials") where deleted_at is null;
create table "region" (
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
  "name" text,
  "name__py" text collate "C",
  "code" text collate "C",
  "parent" uuid,
  "manager" uuid,
  "note" text,
  primary key ("org", "id")
);
create index "region_name__py_id_1nfb4l6" on "region" using btree ("org", "name__py", "id") where deleted_at is null;
create unique index "region_name_0j53g1v" on "region" using btree ("org", "name") where deleted_at is null;
create unique index "region_code_1ip9r59" on "region" using btree ("org", "code") where deleted_at is null;
create index "region_parent_id_0jx6qv0" on "region" using btree ("org", "parent", "id") where deleted_at is null;
create index "region_manager_id_118qlhz" on "region" using btree ("org", "manager", "id") where deleted_at is null;
create index "region_created_at_id_1b03854" on "region" using btree ("org", "created_at", "id") where deleted_at is null;
create index "region_updated_at_id_1j432wj" on "region" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "region_deleted_at_id_0sssat6" on "region" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "region_grams_0ac459h" on "region" using gin ("grams") where deleted_at is null;
create index "region_search_pinyin_0fzkxex" on "region" using btree ("org", "search_pinyin") where deleted_at is null;
create index "region_search_initials_1sb3vyh" on "region" using btree ("org", "search_initials") where deleted_at is null;
create table "tag" (
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
  "name" text,
  "name__py" text collate "C",
  "color" text collate "C",
  "note" text,
  "note__py" text collate "C",
  primary key ("org", "id")
);
create index "tag_name__py_id_0ozczl0" on "tag" using btree ("org", "name__py", "id") where deleted_at is null;
create unique index "tag_name_09tc23r" on "tag" using btree ("org", "name") where deleted_at is null;
create index "tag_created_at_id_0b10wbe" on "tag" using btree ("org", "created_at", "id") where deleted_at is null;
create index "tag_updated_at_id_0oemfo5" on "tag" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "tag_deleted_at_id_0yccdj0" on "tag" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "tag_grams_0p1iuiz" on "tag" using gin ("grams") where deleted_at is null;
create index "tag_search_pinyin_0in2bwz" on "tag" using btree ("org", "search_pinyin") where deleted_at is null;
create index "tag_search_initials_0iwcxdf" on "tag" using btree ("org", "search_initials") where deleted_at is null;
create table "customer_supplier" (
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
  "brand" text,
  "brand__py" text collate "C",
  "share" numeric,
  "ours" boolean,
  primary key ("org", "id")
);
create index "customer_supplier_customer_id_0khgs3n" on "customer_supplier" using btree ("org", "customer", "id") where deleted_at is null;
create index "customer_supplier_brand__py_id_01xjcub" on "customer_supplier" using btree ("org", "brand__py", "id") where deleted_at is null;
create index "customer_supplier_brand_id_0rhbw1w" on "customer_supplier" using btree ("org", "brand", "id") where deleted_at is null;
create index "customer_supplier_deleted_at_id_1ujhtl5" on "customer_supplier" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "customer_assortment" (
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
  "category" text,
  "category__py" text collate "C",
  "share" numeric,
  primary key ("org", "id")
);
create index "customer_assortment_customer_id_02wqw8z" on "customer_assortment" using btree ("org", "customer", "id") where deleted_at is null;
create index "customer_assortment_category__py_id_1mpmu4g" on "customer_assortment" using btree ("org", "category__py", "id") where deleted_at is null;
create index "customer_assortment_category_id_1jkwla3" on "customer_assortment" using btree ("org", "category", "id") where deleted_at is null;
create index "customer_assortment_deleted_at_id_0ml1955" on "customer_assortment" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "order_line" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "order" uuid,
  "product" uuid,
  "quantity" numeric,
  "price" numeric,
  "amount" numeric,
  "cost" numeric,
  "note" text,
  "note__py" text collate "C",
  primary key ("org", "id")
);
create index "order_line_order_id_16mpr5b" on "order_line" using btree ("org", "order", "id") where deleted_at is null;
create index "order_line_product_id_0u623li" on "order_line" using btree ("org", "product", "id") where deleted_at is null;
create index "order_line_deleted_at_id_0wtq5fh" on "order_line" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "company" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "name" text,
  "name__py" text collate "C",
  "address" text,
  "address__province" text collate "C",
  "address__city" text collate "C",
  "address__district" text collate "C",
  "address__detail" text,
  "address__lon" double precision,
  "address__lat" double precision,
  "phone" text collate "C",
  "logo" uuid[],
  "zone" text,
  "zone__py" text collate "C",
  "lang" text collate "C",
  "settings" jsonb,
  primary key ("org", "id")
);
create index "company_name__py_id_1ju4xgr" on "company" using btree ("org", "name__py", "id") where deleted_at is null;
create index "company_name_id_1b1lr0c" on "company" using btree ("org", "name", "id") where deleted_at is null;
create index "company_logo_0oypn3p" on "company" using gin ("logo") where deleted_at is null;
create index "company_created_at_id_1do37xd" on "company" using btree ("org", "created_at", "id") where deleted_at is null;
create index "company_updated_at_id_1v6k26i" on "company" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "company_deleted_at_id_1051yef" on "company" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "app_user" (
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
  "name" text,
  "name__py" text collate "C",
  "email" text collate "C",
  "phone" text collate "C",
  "position" text,
  "position__py" text collate "C",
  "department" uuid,
  "roles" uuid[],
  "active" boolean,
  "lang" text collate "C",
  "settings" jsonb,
  primary key ("org", "id")
);
create index "app_user_name__py_id_1uj0dod" on "app_user" using btree ("org", "name__py", "id") where deleted_at is null;
create index "app_user_name_id_0f95b12" on "app_user" using btree ("org", "name", "id") where deleted_at is null;
create unique index "app_user_email_15ax65v" on "app_user" using btree ("org", "email") where deleted_at is null;
create index "app_user_department_id_0e6d40l" on "app_user" using btree ("org", "department", "id") where deleted_at is null;
create index "app_user_roles_10e9vv5" on "app_user" using gin ("roles") where deleted_at is null;
create index "app_user_created_at_id_01srcvn" on "app_user" using btree ("org", "created_at", "id") where deleted_at is null;
create index "app_user_updated_at_id_0f86mkc" on "app_user" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "app_user_deleted_at_id_1igo97d" on "app_user" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "app_user_grams_0wazv0i" on "app_user" using gin ("grams") where deleted_at is null;
create index "app_user_search_pinyin_0vv7w4o" on "app_user" using btree ("org", "search_pinyin") where deleted_at is null;
create index "app_user_search_initials_1ku8t10" on "app_user" using btree ("org", "search_initials") where deleted_at is null;
create table "department" (
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
  "name" text,
  "name__py" text collate "C",
  "code" text collate "C",
  "parent" uuid,
  "manager" uuid,
  primary key ("org", "id")
);
create index "department_name__py_id_1an75ls" on "department" using btree ("org", "name__py", "id") where deleted_at is null;
create index "department_name_id_1135kkb" on "department" using btree ("org", "name", "id") where deleted_at is null;
create unique index "department_code_17en7rr" on "department" using btree ("org", "code") where deleted_at is null;
create index "department_parent_id_0r45j86" on "department" using btree ("org", "parent", "id") where deleted_at is null;
create index "department_manager_id_1mjht81" on "department" using btree ("org", "manager", "id") where deleted_at is null;
create index "department_created_at_id_0mancgu" on "department" using btree ("org", "created_at", "id") where deleted_at is null;
create index "department_updated_at_id_0a5vhcx" on "department" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "department_deleted_at_id_13stxkw" on "department" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "department_grams_086tzbj" on "department" using gin ("grams") where deleted_at is null;
create index "department_search_pinyin_15mds73" on "department" using btree ("org", "search_pinyin") where deleted_at is null;
create index "department_search_initials_0cbrgxz" on "department" using btree ("org", "search_initials") where deleted_at is null;
create table "role" (
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
  "name" text,
  "name__py" text collate "C",
  "key" text,
  "key__py" text collate "C",
  "note" text,
  "rights" jsonb,
  primary key ("org", "id")
);
create index "role_name__py_id_0i933hy" on "role" using btree ("org", "name__py", "id") where deleted_at is null;
create unique index "role_name_0kl480f" on "role" using btree ("org", "name") where deleted_at is null;
create index "role_created_at_id_1yx8f70" on "role" using btree ("org", "created_at", "id") where deleted_at is null;
create index "role_updated_at_id_134ozvz" on "role" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "role_deleted_at_id_1u66dgu" on "role" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create index "role_grams_1vj7h55" on "role" using gin ("grams") where deleted_at is null;
create index "role_search_pinyin_1xa6aed" on "role" using btree ("org", "search_pinyin") where deleted_at is null;
create index "role_search_initials_0iaa6m5" on "role" using btree ("org", "search_initials") where deleted_at is null;
create table "saved_view" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "label" text,
  "label__py" text collate "C",
  "object" text,
  "object__py" text collate "C",
  "shared" boolean,
  "position" bigint,
  "state" jsonb,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "saved_view_label__py_id_0xfdcow" on "saved_view" using btree ("org", "label__py", "id") where deleted_at is null;
create index "saved_view_label_id_0ep8o57" on "saved_view" using btree ("org", "label", "id") where deleted_at is null;
create index "saved_view_object__py_id_0mz09tz" on "saved_view" using btree ("org", "object__py", "id") where deleted_at is null;
create index "saved_view_object_id_1yt59mg" on "saved_view" using btree ("org", "object", "id") where deleted_at is null;
create index "saved_view_owner_updated_at_id_01l99t3" on "saved_view" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "saved_view_owner_created_at_id_1eso944" on "saved_view" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "saved_view_department_updated_at_id_1gd1mak" on "saved_view" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "saved_view_department_created_at_id_1vw1aoj" on "saved_view" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "saved_view_created_at_id_1groxsl" on "saved_view" using btree ("org", "created_at", "id") where deleted_at is null;
create index "saved_view_updated_at_id_0an3l12" on "saved_view" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "saved_view_deleted_at_id_068o8or" on "saved_view" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "stored_file" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "name" text,
  "name__py" text collate "C",
  "type" text,
  "type__py" text collate "C",
  "size" bigint,
  "sha256" text,
  "sha256__py" text collate "C",
  primary key ("org", "id")
);
create index "stored_file_name__py_id_1xemltu" on "stored_file" using btree ("org", "name__py", "id") where deleted_at is null;
create index "stored_file_name_id_1badjvp" on "stored_file" using btree ("org", "name", "id") where deleted_at is null;
create index "stored_file_sha256__py_id_12hc3nq" on "stored_file" using btree ("org", "sha256__py", "id") where deleted_at is null;
create index "stored_file_sha256_id_1qqaqzt" on "stored_file" using btree ("org", "sha256", "id") where deleted_at is null;
create index "stored_file_created_at_id_1fob4ao" on "stored_file" using btree ("org", "created_at", "id") where deleted_at is null;
create index "stored_file_updated_at_id_1qu00qj" on "stored_file" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "stored_file_deleted_at_id_1hurmz6" on "stored_file" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "record_comment" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "text" text,
  "object" text,
  "object__py" text collate "C",
  "record" text,
  "record__py" text collate "C",
  "mentions" uuid[],
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "record_comment_text_id_1qp466i" on "record_comment" using btree ("org", "text", "id") where deleted_at is null;
create index "record_comment_record__py_id_0mb74ar" on "record_comment" using btree ("org", "record__py", "id") where deleted_at is null;
create index "record_comment_record_id_1e6zxdw" on "record_comment" using btree ("org", "record", "id") where deleted_at is null;
create index "record_comment_mentions_03atav3" on "record_comment" using gin ("mentions") where deleted_at is null;
create index "record_comment_owner_updated_at_id_1nwju4p" on "record_comment" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "record_comment_owner_created_at_id_13wnog6" on "record_comment" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "record_comment_department_updated_at_id_0ke1mw2" on "record_comment" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "record_comment_department_created_at_id_03i29a1" on "record_comment" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "record_comment_created_at_id_08jpi0r" on "record_comment" using btree ("org", "created_at", "id") where deleted_at is null;
create index "record_comment_updated_at_id_1xa4ixw" on "record_comment" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "record_comment_deleted_at_id_0fncc5t" on "record_comment" using btree ("org", "deleted_at", "id") where deleted_at is not null;
create table "notification" (
  "org" integer not null,
  "id" uuid not null,
  "version" integer not null default 1,
  "created_at" timestamp with time zone not null default now(),
  "created_by" uuid,
  "updated_at" timestamp with time zone not null default now(),
  "updated_by" uuid,
  "deleted_at" timestamp with time zone,
  "deleted_batch" uuid,
  "text" text,
  "text__py" text collate "C",
  "object" text,
  "object__py" text collate "C",
  "record" text,
  "record__py" text collate "C",
  "read_at" timestamp with time zone,
  "owner" uuid,
  "department" uuid,
  primary key ("org", "id")
);
create index "notification_text__py_id_08gv7n1" on "notification" using btree ("org", "text__py", "id") where deleted_at is null;
create index "notification_text_id_1vb88na" on "notification" using btree ("org", "text", "id") where deleted_at is null;
create index "notification_owner_updated_at_id_1jolrut" on "notification" using btree ("org", "owner", "updated_at", "id") where deleted_at is null;
create index "notification_owner_created_at_id_1eh706i" on "notification" using btree ("org", "owner", "created_at", "id") where deleted_at is null;
create index "notification_department_updated_at_id_1vjef3i" on "notification" using btree ("org", "department", "updated_at", "id") where deleted_at is null;
create index "notification_department_created_at_id_0vltsel" on "notification" using btree ("org", "department", "created_at", "id") where deleted_at is null;
create index "notification_created_at_id_0cpl3hr" on "notification" using btree ("org", "created_at", "id") where deleted_at is null;
create index "notification_updated_at_id_029e9uo" on "notification" using btree ("org", "updated_at", "id") where deleted_at is null;
create index "notification_deleted_at_id_0d0mtc5" on "notification" using btree ("org", "deleted_at", "id") where deleted_at is not null;
