//! The journal's tables, and how a file of an earlier schema gets them: in one transaction, so that a crash at
//! any moment leaves the earlier or the later tables whole.

use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

use super::{BUSY_MS, OpenError};

/// `PRAGMA user_version` of the tables below.
pub const SCHEMA: i64 = 2;

// `id` is the order of commits over all cafés, so that what is committed together lies together. Nothing
// else has an index: it would have a page of its own for every café, and most of a commit's cost.
const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS cafe (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        created_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, written INTEGER NOT NULL) STRICT;
    CREATE TABLE batch (
        id INTEGER PRIMARY KEY,      -- the highest id + 1
        cafe INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        previous INTEGER NOT NULL,   -- id of the café's batch before; 0: there is none
        at_ms INTEGER NOT NULL,
        format INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        events BLOB NOT NULL
    ) STRICT;
    CREATE TABLE head (              -- each café's last batch, as of the batch heads_noted.up_to
        cafe INTEGER PRIMARY KEY,
        seq INTEGER NOT NULL,
        id INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE heads_noted (only INTEGER PRIMARY KEY CHECK (only = 1), up_to INTEGER NOT NULL) STRICT;
    INSERT INTO heads_noted (only, up_to) VALUES (1, 0);
";

/// Schema 1 had the café and the number as primary key. A café's batches get neighbouring ids.
const TAKE_OVER_BATCHES: &str = "
    INSERT INTO batch (id, cafe, seq, previous, at_ms, format, checksum, events)
    SELECT row_number() OVER in_order, cafe, seq,
        CASE WHEN lag(cafe) OVER in_order = cafe THEN row_number() OVER in_order - 1 ELSE 0 END,
        at_ms, format, checksum, events
    FROM batch_of_schema_1 WINDOW in_order AS (ORDER BY cafe, seq);
    DROP TABLE batch_of_schema_1;
";

/// Brings [`TABLES`]' heads up to the last batch.
pub const NOTE_HEADS: &str = "
    INSERT INTO head (cafe, seq, id)
    -- SQLite takes a bare column, here seq, from the row that has the max().
    SELECT cafe, seq, max(id) FROM batch WHERE id > (SELECT up_to FROM heads_noted) GROUP BY cafe
    ON CONFLICT (cafe) DO UPDATE SET seq = excluded.seq, id = excluded.id;
    UPDATE heads_noted SET up_to = (SELECT coalesce(max(id), 0) FROM batch);
";

/// Opens the file for writing, with the tables of [`SCHEMA`].
pub fn open(path: &Path) -> Result<Connection, OpenError> {
    let failed = |error| OpenError::File(path.to_owned(), error);
    let mut connection = Connection::open(path).map_err(failed)?;
    connection.busy_timeout(Duration::from_millis(BUSY_MS)).map_err(failed)?;
    // FULL: NORMAL survives a killed process, but a power cut takes recent commits with it.
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;").map_err(failed)?;
    let mut found = schema(&connection).map_err(failed)?;
    if found < SCHEMA {
        // Looked at again: two processes may have come at the same time.
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        found = schema(&transaction).map_err(failed)?;
        if found < SCHEMA {
            convert(&transaction).and_then(|()| transaction.commit()).map_err(failed)?;
            return Ok(connection);
        }
        transaction.rollback().map_err(failed)?;
    }
    if found > SCHEMA {
        return Err(OpenError::Newer { path: path.to_owned(), found });
    }
    Ok(connection)
}

fn schema(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

fn convert(open: &Transaction<'_>) -> rusqlite::Result<()> {
    // Not asked of the schema's number: a crash could leave the tables of schema 1 without it.
    if open.table_exists(None, "batch")? {
        open.execute_batch("ALTER TABLE batch RENAME TO batch_of_schema_1")?;
        open.execute_batch(TABLES)?;
        open.execute_batch(TAKE_OVER_BATCHES)?;
        open.execute_batch(NOTE_HEADS)?;
    } else {
        open.execute_batch(TABLES)?;
    }
    open.pragma_update(None, "user_version", SCHEMA)
}

#[cfg(test)]
mod tests;
