-- When the first receipt of a message was stored, once the message goes again: "done_at" is then empty until the next one comes.
alter table outgoing add column receipted_at integer;

-- What is held of one partner's messages, in the order of their ids: two agencies compare it.
create index outgoing_of_recipient on outgoing (recipient, id);
create index incoming_of_sender on incoming (sender, id);
