-- As Sqlite/0003_house.sql.
create index audit_of_house on audit (kind, position) where transfer_id is null;
