-- How a subject proves that an account is its own (CLM-1 to CLM-10). The code itself is kept nowhere; the mark is keyed.
create table account_claim (
  id           uuid        primary key,
  version      bigint      not null,
  account      uuid        not null references account,
  subject      uuid        not null references subject,
  claim_status text        not null check (claim_status in ('CLAIMED', 'PROVEN', 'CONTESTED', 'REFUSED')),
  mark         bytea       not null unique check (length(mark) = 32),
  claimed_at   timestamptz not null,
  code_ends_at timestamptz not null check (code_ends_at > claimed_at),
  attested_by  uuid        references subject,
  attested_at  timestamptz check (attested_at >= claimed_at and attested_at < code_ends_at),
  decided_by   text,
  decided_at   timestamptz,
  reason       text        check (length(reason) between 1 and 500),  -- null once erased
  constraint account_claim_attested check
    ((attested_by is null) = (attested_at is null)
      and case claim_status when 'CLAIMED' then attested_at is null when 'REFUSED' then true else attested_at is not null end),
  constraint account_claim_decided check
    ((decided_by is null) = (decided_at is null) and (decided_by is not null or reason is null)
      and (claim_status in ('PROVEN', 'REFUSED') or decided_by is null))
);
create unique index account_claim_one_open on account_claim (account, subject) where claim_status in ('CLAIMED', 'CONTESTED');
create index account_claim_subject on account_claim (subject, claim_status);
create index account_claim_by_status on account_claim (claim_status, id);

create function account_claim_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if (new.id, new.account, new.subject, new.mark, new.claimed_at, new.code_ends_at)
        is distinct from (old.id, old.account, old.subject, old.mark, old.claimed_at, old.code_ends_at)
      or old.attested_at is not null
        and (new.attested_by, new.attested_at) is distinct from (old.attested_by, old.attested_at)
      or old.claim_status in ('PROVEN', 'REFUSED')
        and (new.claim_status, new.attested_at, new.decided_by, new.decided_at)
          is distinct from (old.claim_status, old.attested_at, old.decided_by, old.decided_at)
      or old.claim_status = 'CONTESTED' and new.claim_status = 'PROVEN' and new.decided_by is null then
    raise exception 'account_claim: what has been is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger account_claim_keep before update on account_claim for each row execute function account_claim_keep();

grant select, insert on account_claim to ${app};
grant update (version, claim_status, attested_by, attested_at, decided_by, decided_at, reason) on account_claim to ${app};

-- CLM-5: since when an account is proven to be its subject's; told once.
alter table account add column proven_at timestamptz;

create or replace function account_keep() returns trigger
  language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
  if new.id <> old.id or new.subject <> old.subject or new.platform <> old.platform
      or new.starts_at <> old.starts_at or old.erased
      or old.ends_at is not null and new.ends_at is distinct from old.ends_at
      or old.proven_at is not null and new.proven_at is distinct from old.proven_at then
    raise exception 'account: what has been is not rewritten' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
