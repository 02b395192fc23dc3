-- As Sqlite/0006_documents.sql.
drop table document;

create table document (
    place       bigint primary key,
    id          uuid not null unique,
    transfer_id uuid not null,
    document    text collate "C" not null,
    partner     text collate "C" not null,
    upload      uuid not null,
    sha256      bytea not null,
    parts       bigint not null,
    at          bigint not null,
    sealed      bytea not null
);
create unique index document_once on document (transfer_id, partner, upload);
create index document_of_upload on document (upload);

create table document_part (
    upload      uuid not null,
    part        bigint not null,
    transfer_id uuid not null,
    at          bigint not null,
    sealed      bytea not null,
    primary key (upload, part)
);
alter table document_part alter column sealed set storage external;
create index document_part_at on document_part (at);
create index document_part_of_case on document_part (transfer_id);

create table carried_part (
    message_id  uuid primary key,
    transfer_id uuid not null,
    outgoing    bigint not null,
    partner     text collate "C" not null,
    document    text collate "C" not null,
    upload      uuid not null,
    part        bigint not null,
    parts       bigint not null
);
create unique index carried_part_once on carried_part (transfer_id, outgoing, partner, upload, part);

drop index outgoing_sequence;
create unique index outgoing_sequence on outgoing (transfer_id, recipient, sequence) where kind <> 'document_part';
drop index incoming_sequence;
create unique index incoming_sequence on incoming (transfer_id, sender, sequence) where kind <> 'document_part';
