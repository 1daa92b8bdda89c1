//! A journal in one SQLite file, written by one thread with group commit: all batches that wait go into one
//! transaction and one flush. Several processes may have the file open (`tafelrunde new` beside a running
//! server); the primary key decides who was first.

mod writer;

use rusqlite::{Connection, OpenFlags, OptionalExtension, Row};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::JoinHandle;
use tafelrunde_protocol::ids::{CafeCode, Timestamp};

use super::{
    Append, AppendError, Batch, CafeKey, CreateError, Journal, ReadError, Seq, Snapshot, snapshot_file,
};
use writer::Request;

/// The file inside the data directory.
pub const FILE: &str = "tafelrunde.sqlite";
/// `PRAGMA user_version` of the tables below.
const SCHEMA: i64 = 1;
/// How long another process may hold the file before a write is refused.
const BUSY_MS: u64 = 5_000;

const TABLES: &str = "
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
";

/// The journal's file cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The directory cannot be made or entered.
    #[error("the data directory {0} cannot be used: {1}")]
    Directory(PathBuf, std::io::Error),
    /// SQLite refuses the file.
    #[error("the journal {0} cannot be opened: {1}")]
    File(PathBuf, rusqlite::Error),
    /// A later version of the program wrote it.
    #[error("the journal {path} has schema {found}; this program knows schemas up to {SCHEMA}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
    },
}

/// A journal in one SQLite file.
#[derive(Debug)]
pub struct SqliteJournal {
    path: PathBuf,
    snapshots: PathBuf,
    requests: Option<mpsc::Sender<Request>>,
    writer: Option<JoinHandle<()>>,
}

impl SqliteJournal {
    /// Opens or makes the journal in a data directory.
    pub fn open(directory: &Path) -> Result<Self, OpenError> {
        let refused = |error| OpenError::Directory(directory.to_owned(), error);
        std::fs::create_dir_all(directory).map_err(refused)?;
        let path = directory.join(FILE);
        let connection = prepare(&path)?;
        let (requests, waiting) = mpsc::channel();
        let writer = std::thread::Builder::new()
            .name("journal".into())
            .spawn(move || writer::run(connection, &waiting))
            .map_err(refused)?;
        let snapshots = directory.join("snapshots");
        Ok(Self { path, snapshots, requests: Some(requests), writer: Some(writer) })
    }

    fn send(&self, request: Request) {
        let requests = self.requests.as_ref().expect("the channel is open until drop");
        // The writer ends only when this channel closes, or by a panic: then the answer's sender is dropped
        // with the request, which the waiting side takes as a broken storage.
        let _ = requests.send(request);
    }

    fn reader(&self) -> Result<Connection, ReadError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags).map_err(unreadable)?;
        connection.busy_timeout(std::time::Duration::from_millis(BUSY_MS)).map_err(unreadable)?;
        Ok(connection)
    }
}

impl Drop for SqliteJournal {
    fn drop(&mut self) {
        self.requests = None;
        if let Some(writer) = self.writer.take() {
            // A panic of the writer has been logged where it happened.
            let _ = writer.join();
        }
    }
}

fn prepare(path: &Path) -> Result<Connection, OpenError> {
    let failed = |error| OpenError::File(path.to_owned(), error);
    let connection = Connection::open(path).map_err(failed)?;
    connection.busy_timeout(std::time::Duration::from_millis(BUSY_MS)).map_err(failed)?;
    // FULL: NORMAL survives a killed process, but a power cut takes recent commits with it.
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;").map_err(failed)?;
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(failed)?;
    if found > SCHEMA {
        return Err(OpenError::Newer { path: path.to_owned(), found });
    }
    connection.execute_batch(TABLES).map_err(failed)?;
    connection.pragma_update(None, "user_version", SCHEMA).map_err(failed)?;
    Ok(connection)
}

fn unreadable(error: rusqlite::Error) -> ReadError {
    ReadError::Storage(error.to_string())
}

fn stored_code(row: &Row<'_>, index: usize) -> rusqlite::Result<CafeCode> {
    let text: String = row.get(index)?;
    CafeCode::parse(&text).ok_or(rusqlite::Error::InvalidQuery)
}

/// The row's batch with the checksum that was stored beside it.
fn stored_batch(row: &Row<'_>) -> rusqlite::Result<(Batch, u32)> {
    let batch = Batch {
        seq: Seq(row.get::<_, i64>(0)? as u64),
        at: Timestamp(row.get(1)?),
        format: row.get(2)?,
        events: row.get(4)?,
    };
    Ok((batch, row.get(3)?))
}

impl Journal for SqliteJournal {
    fn create(&self, code: &CafeCode, first: Batch) -> Result<CafeKey, CreateError> {
        let (done, answer) = mpsc::sync_channel(1);
        self.send(Request::Create { code: code.clone(), first, done });
        answer.recv().unwrap_or_else(|_| Err(writer_is_gone().into()))
    }

    fn find(&self, code: &CafeCode) -> Result<Option<CafeKey>, ReadError> {
        let connection = self.reader()?;
        let mut statement = connection.prepare("SELECT id FROM cafe WHERE code = ?1").map_err(unreadable)?;
        statement.query_row([code.as_str()], |row| row.get(0).map(CafeKey)).optional().map_err(unreadable)
    }

    fn cafes(&self) -> Result<Vec<(CafeCode, CafeKey)>, ReadError> {
        let connection = self.reader()?;
        let mut statement =
            connection.prepare("SELECT code, id FROM cafe ORDER BY id").map_err(unreadable)?;
        let rows = statement.query_map([], |row| Ok((stored_code(row, 0)?, CafeKey(row.get(1)?))));
        rows.and_then(Iterator::collect).map_err(unreadable)
    }

    fn append(&self, append: Append) {
        self.send(Request::Append(append));
    }

    fn probe(&self) -> Result<(), AppendError> {
        let (done, answer) = mpsc::sync_channel(1);
        self.send(Request::Probe { done });
        answer.recv().unwrap_or_else(|_| Err(writer_is_gone()))
    }

    fn read(
        &self,
        cafe: CafeKey,
        from: Seq,
        visit: &mut dyn FnMut(Batch) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let connection = self.reader()?;
        let code = connection
            .query_row("SELECT code FROM cafe WHERE id = ?1", [cafe.0], |row| stored_code(row, 0))
            .map_err(unreadable)?;
        let damaged = |seq: Seq, reason: &str| {
            Err(ReadError::Damaged { code: code.clone(), seq: seq.0, reason: reason.into() })
        };
        let sql = "SELECT seq, at_ms, format, checksum, events FROM batch
                   WHERE cafe = ?1 AND seq >= ?2 ORDER BY seq";
        let mut statement = connection.prepare(sql).map_err(unreadable)?;
        let mut rows = statement.query((cafe.0, from.0 as i64)).map_err(unreadable)?;
        let mut expected = from;
        while let Some(row) = rows.next().map_err(unreadable)? {
            let (batch, checksum) = stored_batch(row).map_err(unreadable)?;
            if batch.seq != expected {
                return damaged(expected, "it is missing");
            }
            if crc32fast::hash(&batch.events) != checksum {
                return damaged(expected, "its checksum does not fit");
            }
            visit(batch)?;
            expected = expected.next();
        }
        Ok(())
    }

    fn snapshot(&self, cafe: CafeKey) -> Option<Snapshot> {
        snapshot_file::read(&self.snapshots, cafe)
    }

    fn keep_snapshot(&self, cafe: CafeKey, snapshot: Snapshot) -> std::io::Result<()> {
        snapshot_file::write(&self.snapshots, cafe, &snapshot)
    }
}

fn writer_is_gone() -> AppendError {
    AppendError::Broken("the journal's writer has ended".into())
}
