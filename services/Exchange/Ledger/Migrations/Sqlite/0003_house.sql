-- Records that are about no case are few, and looked up by their kind.
create index audit_of_house on audit (kind, position) where transfer_id is null;
