#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> connectionsSchema()
{
  return {
      // When a person says the credentials end, and when the provider says its session does.
      QStringLiteral("ALTER TABLE accounts ADD COLUMN credential_expires_at BIGINT"),
      QStringLiteral("ALTER TABLE accounts ADD COLUMN session_expires_at BIGINT"),
      QStringLiteral("ALTER TABLE calls ADD COLUMN stream TEXT NOT NULL DEFAULT ''"),
      // What it takes to ask the same again: only of calls that read, never with a secret or a person in it.
      QStringLiteral("ALTER TABLE calls ADD COLUMN replay $BLOB"),
      QStringLiteral("CREATE INDEX calls_of_account_by_time ON calls (account_id, at, status, ms, error_kind)"),
      // The call that brought the record, and its answer without it and its neighbours: what a mended record is put
      // into before it is parsed again.
      QStringLiteral("ALTER TABLE sync_failures ADD COLUMN request $BLOB"),
      QStringLiteral("ALTER TABLE sync_failures ADD COLUMN answer_before $BLOB"),
      QStringLiteral("ALTER TABLE sync_failures ADD COLUMN answer_after $BLOB"),
      QStringLiteral("ALTER TABLE sync_failures ADD COLUMN edited $BLOB"),
      QStringLiteral("ALTER TABLE sync_failures ADD COLUMN edited_by TEXT NOT NULL DEFAULT ''"),
      QStringLiteral("ALTER TABLE sync_failures ADD COLUMN edited_at BIGINT"),
      QStringLiteral("ALTER TABLE sync_failures ADD COLUMN dismissed_at BIGINT"),
      QStringLiteral("ALTER TABLE sync_failures ADD COLUMN dismissed_by TEXT NOT NULL DEFAULT ''"),
      QStringLiteral("ALTER TABLE sync_failures ADD COLUMN dismissed_reason TEXT NOT NULL DEFAULT ''"),
      // Who did what to records that could not be understood; outlives the failure.
      QStringLiteral("CREATE TABLE failure_log (id $PK, account_id BIGINT NOT NULL, stream TEXT NOT NULL,"
                     " external_id TEXT NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL, deed TEXT NOT NULL,"
                     " note TEXT NOT NULL, original $BLOB, edited $BLOB)"),
      QStringLiteral("CREATE INDEX failure_log_by_time ON failure_log (at)"),
  };
}

} // namespace supercargo
