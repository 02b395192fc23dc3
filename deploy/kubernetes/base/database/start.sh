#!/bin/bash
# The first server of the set is made as a new one; the second as a copy of it, which follows it under its own name. Who is primary after a failover is for people to say.
set -euo pipefail
other=database-$((1 - ${POD_NAME##*-}))
if [ "$POD_NAME" != database-0 ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  until pg_basebackup -D "$PGDATA" -R -X stream -c fast -d "host=$other.database-nodes port=5432 user=replication passfile=/secrets/replication.pgpass sslmode=verify-full sslrootcert=/secrets/authority.crt application_name=$POD_NAME"; do
    rm -rf "${PGDATA:?}"/*
    sleep 5
  done
  # Should it become the primary, it waits for the other, and not for itself.
  printf "synchronous_standby_names = '\"%s\"'\n" "$other" >> "$PGDATA/postgresql.auto.conf"
fi
exec docker-entrypoint.sh postgres -c ssl=on -c ssl_cert_file=/secrets/tls.crt -c ssl_key_file=/secrets/tls.key -c hba_file=/secrets/pg_hba.conf \
  -c password_encryption=scram-sha-256 -c max_connections=200 -c wal_keep_size=2GB -c synchronous_commit=on -c fsync=on -c full_page_writes=on
