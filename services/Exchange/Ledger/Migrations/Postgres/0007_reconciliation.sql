-- As Sqlite/0007_reconciliation.sql.
alter table outgoing add column receipted_at bigint;

create index outgoing_of_recipient on outgoing (recipient, id);
create index incoming_of_sender on incoming (sender, id);
