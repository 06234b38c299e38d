// Fixed tables of sign-in that are ours: one-time links, API keys, attempts, the instance's secret.

export const userTables = `
create table if not exists one_time_link (
  token_hash text primary key,
  org integer not null,
  purpose text not null check (purpose in ('setup', 'invite', 'reset')),
  user_id uuid,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table if not exists api_key (
  org integer not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  key_hash text not null unique,
  scopes jsonb not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (org, id)
);
create table if not exists sign_in_attempt (
  key text not null,
  at timestamptz not null default now()
);
create index if not exists sign_in_attempt_key on sign_in_attempt (key, at);
create table if not exists instance_secret (
  name text primary key,
  value text not null
);
`
