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
alter table "order_line" add column "cost_amount" numeric;
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
