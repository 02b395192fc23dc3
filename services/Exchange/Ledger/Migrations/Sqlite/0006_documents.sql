-- Documents. What stood here before was never written: no document could be uploaded.
drop table document;

-- A document that is whole: uploaded here (partner blank), or put together of the parts that a partner sent. The chain covers it, and so the digest of all its bytes.
create table document (
    place       integer primary key,
    id          blob not null unique,
    transfer_id blob not null,
    document    text not null,
    partner     text not null,
    upload      blob not null,
    sha256      blob not null,
    parts       integer not null,
    at          integer not null,
    sealed      blob not null
) strict;
create unique index document_once on document (transfer_id, partner, upload);
create index document_of_upload on document (upload);

-- The bytes of what was uploaded here, each part sealed alone; part 0 is its words, to be searched. Outside the chain, so that what is never used can be taken away.
create table document_part (
    upload      blob not null,
    part        integer not null,
    transfer_id blob not null,
    at          integer not null,
    sealed      blob not null,
    primary key (upload, part)
) strict;
create index document_part_at on document_part (at);
create index document_part_of_case on document_part (transfer_id);

-- Which part a message carries. Ours are put together with the part's bytes when they go; theirs have them.
create table carried_part (
    message_id  blob primary key,
    transfer_id blob not null,
    outgoing    integer not null,
    partner     text not null,
    document    text not null,
    upload      blob not null,
    part        integer not null,
    parts       integer not null
) strict;
create unique index carried_part_once on carried_part (transfer_id, outgoing, partner, upload, part);

-- Parts are numbered for themselves.
drop index outgoing_sequence;
create unique index outgoing_sequence on outgoing (transfer_id, recipient, sequence) where kind <> 'document_part';
drop index incoming_sequence;
create unique index incoming_sequence on incoming (transfer_id, sender, sequence) where kind <> 'document_part';
