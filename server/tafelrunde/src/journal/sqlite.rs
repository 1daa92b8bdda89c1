//! A journal in one SQLite file, written by one thread with group commit: all batches that wait go into one
//! transaction and one flush. Several processes may have the file open (`tafelrunde new` beside a running
//! server): inside its transaction a writer first reads what others have committed, then decides which numbers
//! are free.

mod chain;
mod heads;
mod tables;
mod writer;

#[cfg(test)]
mod tests;

use rusqlite::{Connection, OpenFlags, OptionalExtension, Row};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::JoinHandle;
use tafelrunde_protocol::ids::CafeCode;

use super::{
    AppendError, Appends, Batch, CafeKey, CreateError, Journal, ReadError, Seq, Snapshot, snapshot_file,
};
use chain::Chain;
use heads::Heads;
use tables::SCHEMA;
use writer::Request;

/// The file inside the data directory.
pub const FILE: &str = "tafelrunde.sqlite";
/// How long another process may hold the file before a write is refused.
const BUSY_MS: u64 = 5_000;

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
        let connection = tables::open(&path)?;
        let heads = Heads::noted(&connection).map_err(|error| OpenError::File(path.clone(), error))?;
        let (requests, waiting) = mpsc::channel();
        let writer = std::thread::Builder::new()
            .name("journal".into())
            .spawn(move || writer::run(connection, heads, &waiting))
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

fn unreadable(error: rusqlite::Error) -> ReadError {
    ReadError::Storage(error.to_string())
}

fn stored_code(row: &Row<'_>, index: usize) -> rusqlite::Result<CafeCode> {
    let text: String = row.get(index)?;
    CafeCode::parse(&text).ok_or(rusqlite::Error::InvalidQuery)
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

    fn append(&self, appends: Appends) {
        self.send(Request::Append(appends));
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
        let mut connection = self.reader()?;
        // One transaction, so that what is read was true at one moment.
        let open = connection.transaction().map_err(unreadable)?;
        let code = open
            .query_row("SELECT code FROM cafe WHERE id = ?1", [cafe.0], |row| stored_code(row, 0))
            .map_err(unreadable)?;
        Chain { open: &open, cafe, code }.read(from, visit)
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
