-- One agency's ledger. Ids are the 16 bytes of a UUIDv7; times are microseconds since 1970 in UTC.
-- "place" orders rows and says which link of the chain covers them: place / 1024 is that link's position.
-- Whatever is named "sealed", "report" or "answer" can be read only with the key of its case.

create table setting (
    name  text primary key,
    value blob not null
) strict;

-- The head of the chain: one row, locked and read in each transaction that extends it.
create table chain (
    id       integer primary key check (id = 1),
    position integer not null,
    link     blob not null
) strict;

-- A case's own key, wrapped by the agency's storage key. Erasing a case empties "wrapped".
create table case_key (
    case_id   blob primary key,
    wrapped   blob not null,
    made_at   integer not null,
    erased_at integer
) strict;

-- Events and audit records share one chain: a position belongs to one of the two.
create table event (
    position    integer primary key,
    id          blob not null,
    transfer_id blob,
    version     integer not null,
    kind        text not null,
    at          integer not null,
    house       integer not null,
    sealed      blob not null,
    salt        blob not null,
    link        blob not null
) strict;
create index event_of_transfer on event (transfer_id, position);

create table audit (
    position    integer primary key,
    id          blob not null,
    transfer_id blob,
    version     integer not null,
    kind        text not null,
    at          integer not null,
    house       integer not null,
    sealed      blob not null,
    salt        blob not null,
    link        blob not null
) strict;
create index audit_of_transfer on audit (transfer_id, position);

-- A transfer's versions as they were written or received; standing: 1 sent, 2 received, 3 refused.
create table transfer (
    place       integer primary key,
    id          blob not null unique,
    transfer_id blob not null,
    version     integer not null,
    standing    integer not null,
    sha256      blob not null,
    sealed      blob not null,
    report      blob not null,
    request     blob
) strict;
create unique index transfer_version on transfer (transfer_id, standing, version) where standing <> 3;
create index transfer_refused on transfer (transfer_id, version) where standing = 3;

-- Where each transfer stands, for lists. "position" is that of its first event.
create table journey (
    position    integer primary key,
    transfer_id blob not null unique,
    version     integer not null,
    state       text not null,
    changed_at  integer not null,
    sealed      blob not null
) strict;

-- What we tell others, until their receipt for the exact bytes is stored.
create table outgoing (
    place       integer primary key,
    id          blob not null unique,
    transfer_id blob not null,
    version     integer not null,
    recipient   text not null,
    lane        integer not null,
    sequence    integer not null,
    kind        text not null,
    sha256      blob not null,
    sealed      blob not null,
    at          integer not null,
    attempts    integer not null,
    due_at      integer not null,
    done_at     integer
) strict;
create unique index outgoing_sequence on outgoing (transfer_id, recipient, sequence);
create index outgoing_due on outgoing (recipient, lane, due_at, place) where done_at is null;

-- What others tell us.
create table incoming (
    place       integer primary key,
    id          blob not null unique,
    transfer_id blob not null,
    version     integer not null,
    sender      text not null,
    sequence    integer not null,
    kind        text not null,
    sha256      blob not null,
    sealed      blob not null,
    at          integer not null
) strict;
create unique index incoming_sequence on incoming (transfer_id, sender, sequence);

-- Receipts: given for what came in (given = 1), taken for what went out (given = 0).
create table receipt (
    place  integer primary key,
    id     blob not null,
    given  integer not null,
    bytes  blob not null
) strict;
create unique index receipt_of_message on receipt (id, given);

create table quarantine (
    place  integer primary key,
    id     blob not null unique,
    reason text not null,
    sender text,
    at     integer not null,
    sealed blob not null
) strict;

create table document (
    place       integer primary key,
    id          blob not null unique,
    transfer_id blob not null,
    document    text not null,
    part        integer not null,
    parts       integer not null,
    sealed      blob not null
) strict;
create unique index document_part on document (transfer_id, document, part);

-- Answers to requests, kept 90 days. The key is keyed-hashed: no caller's name stands here.
create table request (
    number  integer primary key,
    key     blob not null unique,
    digest  blob not null,
    case_id blob not null,
    answer  blob not null,
    at      integer not null
) strict;

-- To find a person without reading names: HMAC-SHA-256 under the agency's own wrapped key.
create table blind_index (
    token       blob not null,
    transfer_id blob not null,
    primary key (token, transfer_id)
) strict, without rowid;
create index blind_index_of_transfer on blind_index (transfer_id);
