#!/bin/bash
# Run once, by a new primary: who copies it, and which standby its commits wait for from its next start on.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v password="$(cat /secrets/replication.password)" <<'SQL'
create role replication replication login password :'password';
alter system set synchronous_standby_names = '"database-1"';
SQL
