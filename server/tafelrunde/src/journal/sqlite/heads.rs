//! Which batch every café ends with, as far as the writer knows: it decides which number is free.
//!
//! The batches themselves say it, but only to one who reads all of them. So the heads are noted in a table now
//! and then, and only the batches after that are looked through, at the start and by every reader. Noting
//! them with every batch would touch a page more in every commit.

use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::HashMap;

use super::super::{Batch, CafeKey, Seq};
use super::tables::NOTE_HEADS;

/// Batches after which the heads are noted: looking through so many takes about a millisecond.
pub const NOTED_EVERY: i64 = 4_096;

/// The last batch of a café.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its number in the café.
    pub seq: Seq,
    /// Its row.
    pub id: i64,
}

/// All heads after the last commit, this process's or another's.
#[derive(Debug, Default)]
pub struct Heads {
    of: HashMap<CafeKey, Head>,
    last_id: i64,
    noted_up_to: i64,
}

impl Heads {
    /// Reads what is noted; the rest comes with the first [`Heads::follow`].
    pub fn noted(connection: &Connection) -> rusqlite::Result<Self> {
        let up_to = connection.query_row("SELECT up_to FROM heads_noted", [], |row| row.get(0))?;
        let mut heads = Self { of: HashMap::new(), last_id: up_to, noted_up_to: up_to };
        let mut statement = connection.prepare("SELECT cafe, seq, id FROM head")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let head = Head { seq: stored_seq(row, 1)?, id: row.get(2)? };
            heads.of.insert(CafeKey(row.get(0)?), head);
        }
        Ok(heads)
    }

    /// Takes in what other processes have committed. To be called inside a transaction that keeps them from
    /// committing more.
    pub fn follow(&mut self, open: &Connection) -> rusqlite::Result<()> {
        let sql = "SELECT id, cafe, seq FROM batch WHERE id > ?1 ORDER BY id";
        let mut statement = open.prepare_cached(sql)?;
        let mut rows = statement.query([self.last_id])?;
        while let Some(row) = rows.next()? {
            let head = Head { seq: stored_seq(row, 2)?, id: row.get(0)? };
            self.of.insert(CafeKey(row.get(1)?), head);
            self.last_id = head.id;
        }
        Ok(())
    }

    /// Begins to append. What is appended counts only when it is committed.
    pub fn draft(&self) -> Draft<'_> {
        let (last_id, noted_up_to) = (self.last_id, self.noted_up_to);
        Draft { heads: self, changes: Changes { of: HashMap::new(), last_id, noted_up_to } }
    }

    /// The draft with these changes has been committed.
    pub fn accept(&mut self, changes: Changes) {
        self.of.extend(changes.of);
        self.last_id = changes.last_id;
        self.noted_up_to = changes.noted_up_to;
    }
}

/// Rows that are being appended in one transaction.
pub struct Draft<'a> {
    heads: &'a Heads,
    changes: Changes,
}

/// What a draft changes once it is committed.
pub struct Changes {
    of: HashMap<CafeKey, Head>,
    last_id: i64,
    noted_up_to: i64,
}

impl Draft<'_> {
    /// Whether the number was free.
    pub fn append(&mut self, open: &Connection, cafe: CafeKey, batch: &Batch) -> rusqlite::Result<bool> {
        let head = self.changes.of.get(&cafe).or_else(|| self.heads.of.get(&cafe));
        // Every café has a first batch from its creation on: without one there is nothing to append to.
        match head.copied() {
            Some(head) if head.seq.next() == batch.seq => {
                self.insert(open, cafe, head.id, batch).map(|()| true)
            }
            _ => Ok(false),
        }
    }

    /// Appends the first batch of a café.
    pub fn begin(&mut self, open: &Connection, cafe: CafeKey, first: &Batch) -> rusqlite::Result<()> {
        self.insert(open, cafe, 0, first)
    }

    fn insert(
        &mut self,
        open: &Connection,
        cafe: CafeKey,
        previous: i64,
        batch: &Batch,
    ) -> rusqlite::Result<()> {
        let sql = "INSERT INTO batch (id, cafe, seq, previous, at_ms, format, checksum, events)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let (id, seq) = (self.changes.last_id + 1, batch.seq.0 as i64);
        let checksum = crc32fast::hash(&batch.events);
        let values = params![id, cafe.0, seq, previous, batch.at.0, batch.format, checksum, batch.events];
        open.prepare_cached(sql)?.execute(values)?;
        self.changes.last_id = id;
        self.changes.of.insert(cafe, Head { seq: batch.seq, id });
        Ok(())
    }

    /// Ends the draft; notes the heads when that is due. To be committed next.
    pub fn finish(mut self, open: &Connection) -> rusqlite::Result<Changes> {
        if self.changes.last_id - self.changes.noted_up_to >= NOTED_EVERY {
            open.execute_batch(NOTE_HEADS)?;
            self.changes.noted_up_to = self.changes.last_id;
        }
        Ok(self.changes)
    }
}

/// The head of one café, for a reader in any process. `None`: there is not a single batch of it.
pub fn find(open: &Connection, cafe: CafeKey) -> rusqlite::Result<Option<Head>> {
    // Backwards, because a café that somebody reads is likely to have been written a moment ago.
    let since = "SELECT seq, id FROM batch WHERE id > (SELECT up_to FROM heads_noted) AND cafe = ?1
                 ORDER BY id DESC LIMIT 1";
    let noted = "SELECT seq, id FROM head WHERE cafe = ?1";
    for sql in [since, noted] {
        let head =
            open.query_row(sql, [cafe.0], |row| Ok(Head { seq: stored_seq(row, 0)?, id: row.get(1)? }));
        if let Some(head) = head.optional()? {
            return Ok(Some(head));
        }
    }
    Ok(None)
}

/// Only positive numbers are ever written. Whatever else is found is wrong, and must not overflow.
pub fn stored_seq(row: &Row<'_>, index: usize) -> rusqlite::Result<Seq> {
    row.get(index).map(|seq: i64| Seq(seq.unsigned_abs()))
}
