-- What proves that a message came as its sender signed it: its salt, its path and the signature over the parcel's root.
-- Beside the chain, since it verifies itself; sealed under the case's key, so that it goes with the case.
alter table incoming add column proof blob not null default x'';

-- A case's versions whatever their standing: neither of the partial indexes serves a query that names no standing.
create index transfer_of_case on transfer (transfer_id, version);
