-- As Sqlite/0002_proof_and_cases.sql.
alter table incoming add column proof bytea not null default '';
alter table incoming alter column proof set storage external;

create index transfer_of_case on transfer (transfer_id, version);
