//! Files of every schema.

use super::super::{FILE, SqliteJournal};
use super::*;
use crate::journal::{Batch, Journal, Seq, begin_append};
use std::path::PathBuf;
use tafelrunde_protocol::ids::{CafeCode, Timestamp};
use tempfile::TempDir;

/// As the first program wrote it. Never edited.
const SCHEMA_1: &str = "
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS cafe (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        created_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS batch (
        cafe INTEGER NOT NULL REFERENCES cafe (id),
        seq INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        format INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        events BLOB NOT NULL,
        PRIMARY KEY (cafe, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS probe (id INTEGER PRIMARY KEY, written INTEGER NOT NULL) STRICT;
    INSERT INTO cafe (id, code, created_at_ms) VALUES (1, 'AAAAAA', 10), (2, 'BBBBBB', 20), (5, 'CCCCCC', 30);
    PRAGMA user_version = 1;
";

fn batch(seq: u64, events: &str) -> Batch {
    Batch { seq: Seq(seq), at: Timestamp(1_000 + seq as i64), format: 1, events: events.as_bytes().to_vec() }
}

fn insert(connection: &Connection, cafe: i64, batch: &Batch) {
    let sql =
        "INSERT INTO batch (cafe, seq, at_ms, format, checksum, events) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let checksum = crc32fast::hash(&batch.events);
    let values = (cafe, batch.seq.0 as i64, batch.at.0, batch.format, checksum, &batch.events);
    connection.execute(sql, values).unwrap();
}

/// Three cafés whose batches were written in turn.
fn file_of_schema_1() -> (TempDir, PathBuf, Connection) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join(FILE);
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch(SCHEMA_1).unwrap();
    for (seq, events) in [(1, "one"), (2, "two"), (3, "three")] {
        for cafe in [5, 1, 2] {
            insert(&connection, cafe, &batch(seq, &format!("{events} of {cafe}")));
        }
    }
    (directory, path, connection)
}

fn read(journal: &SqliteJournal, code: &str) -> Result<Vec<Batch>, String> {
    let key = journal.find(&CafeCode::parse(code).unwrap()).unwrap().unwrap();
    let mut batches = Vec::new();
    let mut keep = |batch| {
        batches.push(batch);
        Ok(())
    };
    journal.read(key, Seq::FIRST, &mut keep).map_err(|error| error.to_string())?;
    Ok(batches)
}

fn append(journal: &SqliteJournal, code: &str, batch: Batch) {
    let cafe = journal.find(&CafeCode::parse(code).unwrap()).unwrap().unwrap();
    begin_append(journal, cafe, batch).blocking_recv().unwrap().remove(0).unwrap();
}

#[test]
fn a_file_of_schema_1_is_converted_with_everything_in_it() {
    let (directory, path, first_program) = file_of_schema_1();
    drop(first_program);
    for _ in 0..2 {
        let journal = SqliteJournal::open(directory.path()).unwrap();
        for (code, cafe) in [("AAAAAA", 1), ("BBBBBB", 2), ("CCCCCC", 5)] {
            let expected = [(1, "one"), (2, "two"), (3, "three")]
                .map(|(seq, events)| batch(seq, &format!("{events} of {cafe}")));
            assert_eq!(read(&journal, code).unwrap()[..3], expected);
        }
    }
    let journal = SqliteJournal::open(directory.path()).unwrap();
    append(&journal, "BBBBBB", batch(4, "four"));
    assert_eq!(read(&journal, "BBBBBB").unwrap()[3], batch(4, "four"));
    let connection = Connection::open(path).unwrap();
    assert_eq!(schema(&connection).unwrap(), 2);
    assert!(!connection.table_exists(None, "batch_of_schema_1").unwrap());
}

#[test]
fn a_batch_that_was_missing_before_is_missing_afterwards() {
    let (directory, _, first_program) = file_of_schema_1();
    first_program.execute_batch("DELETE FROM batch WHERE cafe = 2 AND seq = 2").unwrap();
    let journal = SqliteJournal::open(directory.path()).unwrap();
    let said = read(&journal, "BBBBBB").unwrap_err();
    assert_eq!(said, "café BBBBBB: batch 2 is damaged: row 4 does not fit in its place");
    assert!(read(&journal, "AAAAAA").is_ok());
}

#[test]
fn a_conversion_that_is_interrupted_leaves_schema_1_whole() {
    let (_directory, path, first_program) = file_of_schema_1();
    drop(first_program);
    let mut connection = Connection::open(&path).unwrap();
    let transaction = connection.transaction().unwrap();
    convert(&transaction).unwrap();
    drop(transaction);
    drop(connection);
    let connection = Connection::open(&path).unwrap();
    assert_eq!(schema(&connection).unwrap(), 1);
    assert!(!connection.table_exists(None, "head").unwrap());
    insert(&connection, 2, &batch(4, "four"));
    let rows: i64 = connection.query_row("SELECT count(*) FROM batch", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 10);
}

#[test]
fn a_conversion_that_fails_leaves_schema_1_whole() {
    let (directory, path, first_program) = file_of_schema_1();
    // A row that the tables of schema 2 refuse stands for everything that can go wrong in the middle.
    first_program
        .execute_batch(
            "CREATE TABLE loose (cafe, seq, at_ms, format, checksum, events);
             INSERT INTO loose SELECT cafe, seq, at_ms, format, checksum, events FROM batch;
             UPDATE loose SET events = NULL WHERE cafe = 5 AND seq = 3;
             DROP TABLE batch;
             ALTER TABLE loose RENAME TO batch;",
        )
        .unwrap();
    drop(first_program);
    assert!(matches!(SqliteJournal::open(directory.path()), Err(OpenError::File(..))));
    let connection = Connection::open(&path).unwrap();
    assert_eq!(schema(&connection).unwrap(), 1);
    let rows: i64 = connection.query_row("SELECT count(*) FROM batch", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 9);
}

#[test]
fn a_file_of_a_later_schema_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    drop(SqliteJournal::open(directory.path()).unwrap());
    let connection = Connection::open(directory.path().join(FILE)).unwrap();
    connection.pragma_update(None, "user_version", 3).unwrap();
    let error = SqliteJournal::open(directory.path()).unwrap_err().to_string();
    assert!(error.ends_with("has schema 3; this program knows schemas up to 2"), "{error}");
}
