-- As Sqlite/0004_outlives.sql.
alter table outgoing add column house bigint not null default 0;

create index journey_changed on journey (changed_at, position);
create index event_custody on event (kind, position) where kind in ('erased', 'misdirected');
