-- When a transfer's clocks are to be looked at again, and what stands out of it. A transfer in which nothing can run out is looked at no more.
-- These are notes, as when a message is due: the chain covers what is said because of them.
alter table journey add column look_at bigint not null default 0;
alter table journey add column marks bigint not null default 0;
create index journey_look on journey (look_at) where look_at < 9223372036854775807;
