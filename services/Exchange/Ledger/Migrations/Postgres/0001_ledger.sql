-- One agency's ledger: the tables of Sqlite/0001_ledger.sql, as PostgreSQL has them. Ids are UUIDv7; times are microseconds since 1970 in UTC.
-- Texts are compared byte by byte, as they are there. What is sealed is never compressed: it cannot become smaller.

create table setting (
    name  text collate "C" primary key,
    value bytea not null
);

-- The head of the chain: one row. Whoever extends the chain holds its lock until the commit, so that numbers and commits have one order.
create table chain (
    id       bigint primary key check (id = 1),
    position bigint not null,
    link     bytea not null
) with (fillfactor = 10);

create table case_key (
    case_id   uuid primary key,
    wrapped   bytea not null,
    made_at   bigint not null,
    erased_at bigint
);

create table event (
    position    bigint primary key,
    id          uuid not null,
    transfer_id uuid,
    version     bigint not null,
    kind        text collate "C" not null,
    at          bigint not null,
    house       bigint not null,
    sealed      bytea not null,
    salt        bytea not null,
    link        bytea not null
);
alter table event alter column sealed set storage external;
create index event_of_transfer on event (transfer_id, position);

create table audit (
    position    bigint primary key,
    id          uuid not null,
    transfer_id uuid,
    version     bigint not null,
    kind        text collate "C" not null,
    at          bigint not null,
    house       bigint not null,
    sealed      bytea not null,
    salt        bytea not null,
    link        bytea not null
);
alter table audit alter column sealed set storage external;
create index audit_of_transfer on audit (transfer_id, position);

create table transfer (
    place       bigint primary key,
    id          uuid not null unique,
    transfer_id uuid not null,
    version     bigint not null,
    standing    bigint not null,
    sha256      bytea not null,
    sealed      bytea not null,
    report      bytea not null,
    request     bytea
);
alter table transfer alter column sealed set storage external, alter column report set storage external;
create unique index transfer_version on transfer (transfer_id, standing, version) where standing <> 3;
create index transfer_refused on transfer (transfer_id, version) where standing = 3;

create table journey (
    position    bigint primary key,
    transfer_id uuid not null unique,
    version     bigint not null,
    state       text collate "C" not null,
    changed_at  bigint not null,
    sealed      bytea not null
);
alter table journey alter column sealed set storage external;

create table outgoing (
    place       bigint primary key,
    id          uuid not null unique,
    transfer_id uuid not null,
    version     bigint not null,
    recipient   text collate "C" not null,
    lane        bigint not null,
    sequence    bigint not null,
    kind        text collate "C" not null,
    sha256      bytea not null,
    sealed      bytea not null,
    at          bigint not null,
    attempts    bigint not null,
    due_at      bigint not null,
    done_at     bigint
);
alter table outgoing alter column sealed set storage external;
create unique index outgoing_sequence on outgoing (transfer_id, recipient, sequence);
create index outgoing_due on outgoing (recipient, lane, due_at, place) where done_at is null;

create table incoming (
    place       bigint primary key,
    id          uuid not null unique,
    transfer_id uuid not null,
    version     bigint not null,
    sender      text collate "C" not null,
    sequence    bigint not null,
    kind        text collate "C" not null,
    sha256      bytea not null,
    sealed      bytea not null,
    at          bigint not null
);
alter table incoming alter column sealed set storage external;
create unique index incoming_sequence on incoming (transfer_id, sender, sequence);

create table receipt (
    place bigint primary key,
    id    uuid not null,
    given bigint not null,
    bytes bytea not null
);
alter table receipt alter column bytes set storage external;
create unique index receipt_of_message on receipt (id, given);

create table quarantine (
    place  bigint primary key,
    id     uuid not null unique,
    reason text collate "C" not null,
    sender text collate "C",
    at     bigint not null,
    sealed bytea not null
);
alter table quarantine alter column sealed set storage external;

create table document (
    place       bigint primary key,
    id          uuid not null unique,
    transfer_id uuid not null,
    document    text collate "C" not null,
    part        bigint not null,
    parts       bigint not null,
    sealed      bytea not null
);
alter table document alter column sealed set storage external;
create unique index document_part on document (transfer_id, document, part);

create table request (
    number  bigint generated always as identity primary key,
    key     bytea not null unique,
    digest  bytea not null,
    case_id uuid not null,
    answer  bytea not null,
    at      bigint not null
);
alter table request alter column answer set storage external;

create table blind_index (
    token       bytea not null,
    transfer_id uuid not null,
    primary key (token, transfer_id)
);
create index blind_index_of_transfer on blind_index (transfer_id);

-- Which of the agency's processes does a work that one must do, and until when it need not be asked again.
create table lease (
    what  text collate "C" primary key,
    owner uuid not null,
    until timestamptz not null
);
