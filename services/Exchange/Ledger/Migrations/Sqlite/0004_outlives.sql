-- What must still go once its case is erased (that it went to the wrong place, that its key is destroyed) is sealed under the agency's own key.
alter table outgoing add column house integer not null default 0;

-- Of the events, those that decide whether a case is open, and the list of what was erased.
create index event_custody on event (kind, position) where kind in ('erased', 'misdirected');
