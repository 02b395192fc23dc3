-- As Sqlite/0004_outlives.sql.
alter table outgoing add column house bigint not null default 0;

create index event_custody on event (kind, position) where kind in ('erased', 'misdirected');
