-- What proves that a message came as its sender signed it: its salt, its path and the signature over the parcel's root.
-- Beside the chain, since it verifies itself; sealed under the case's key, so that it goes with the case.
alter table incoming add column proof blob not null default x'';
