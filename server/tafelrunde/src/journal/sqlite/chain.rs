//! Reads one café: from its head backwards to learn which rows are its own, then forwards.
//!
//! Between the two only the rows' ids are held in memory, not their events.

use rusqlite::{Connection, OptionalExtension, Row};
use tafelrunde_protocol::ids::{CafeCode, Timestamp};

use super::super::{Batch, CafeKey, ReadError, Seq};
use super::{heads, unreadable};

/// A café's batches, each of which names the row of the one before.
pub struct Chain<'a> {
    /// The journal at one moment: an open transaction.
    pub open: &'a Connection,
    /// Whose.
    pub cafe: CafeKey,
    /// What errors call it.
    pub code: CafeCode,
}

/// What a row says of its place.
struct Link {
    cafe: CafeKey,
    seq: Seq,
    previous: i64,
}

impl Chain<'_> {
    /// Hands over every batch from `from` on, in order, each checked.
    pub fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Batch) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let sql = "SELECT at_ms, format, checksum, events FROM batch WHERE id = ?1";
        let mut statement = self.open.prepare(sql).map_err(unreadable)?;
        let mut seq = from.max(Seq::FIRST);
        for id in self.ids_backwards(seq)?.into_iter().rev() {
            let (batch, checksum) = statement.query_row([id], |row| stored(row, seq)).map_err(unreadable)?;
            if crc32fast::hash(&batch.events) != checksum {
                return Err(self.damaged(seq, "its checksum does not fit"));
            }
            visit(batch)?;
            seq = seq.next();
        }
        Ok(())
    }

    fn ids_backwards(&self, from: Seq) -> Result<Vec<i64>, ReadError> {
        let head = heads::find(self.open, self.cafe).map_err(unreadable)?;
        let Some(head) = head else {
            return Err(self.damaged(Seq::FIRST, "it is missing"));
        };
        if head.seq.next() < from {
            return Err(self.damaged(head.seq.next(), "it is missing"));
        }
        let sql = "SELECT cafe, seq, previous FROM batch WHERE id = ?1";
        let mut statement = self.open.prepare(sql).map_err(unreadable)?;
        let mut ids = Vec::new();
        let mut id = head.id;
        let mut seq = head.seq;
        while seq >= from {
            let link = statement.query_row([id], link).optional().map_err(unreadable)?;
            let Some(link) = link else {
                return Err(self.damaged(seq, "it is missing"));
            };
            if (link.cafe, link.seq) != (self.cafe, seq) || (link.previous == 0) != (seq == Seq::FIRST) {
                return Err(self.damaged(seq, &format!("row {id} does not fit in its place")));
            }
            ids.push(id);
            id = link.previous;
            seq = Seq(seq.0 - 1);
        }
        Ok(ids)
    }

    fn damaged(&self, seq: Seq, reason: &str) -> ReadError {
        ReadError::Damaged { code: self.code.clone(), seq: seq.0, reason: reason.into() }
    }
}

fn link(row: &Row<'_>) -> rusqlite::Result<Link> {
    Ok(Link { cafe: CafeKey(row.get(0)?), seq: heads::stored_seq(row, 1)?, previous: row.get(2)? })
}

/// The row's batch with the checksum that was stored beside it.
fn stored(row: &Row<'_>, seq: Seq) -> rusqlite::Result<(Batch, u32)> {
    let batch = Batch { seq, at: Timestamp(row.get(0)?), format: row.get(1)?, events: row.get(3)? };
    Ok((batch, row.get(2)?))
}
