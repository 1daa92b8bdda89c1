//! What only a journal in a file must do: several processes, reopening, damage.

use super::super::conformance::{append, batch, code, read};
use super::*;
use crate::journal::{Append, begin_append};
use std::thread;
use tokio::sync::oneshot;

/// Two journals on one file: to SQLite it is the same as two processes.
fn two_processes() -> (tempfile::TempDir, SqliteJournal, SqliteJournal) {
    let directory = tempfile::tempdir().unwrap();
    let here = SqliteJournal::open(directory.path()).unwrap();
    let there = SqliteJournal::open(directory.path()).unwrap();
    (directory, here, there)
}

#[test]
fn a_second_process_sees_and_forestalls() {
    let (_directory, here, there) = two_processes();
    let cafe = there.create(&code("AAAAAA"), batch(1, "one")).unwrap();
    assert_eq!(here.find(&code("AAAAAA")).unwrap(), Some(cafe));
    append(&here, cafe, batch(2, "two")).unwrap();
    assert!(matches!(append(&there, cafe, batch(2, "other")), Err(AppendError::Forestalled(Seq(2)))));
}

#[test]
fn two_processes_append_in_turn_to_the_same_cafe_and_to_cafes_of_their_own() {
    let (_directory, here, there) = two_processes();
    let shared = here.create(&code("AAAAAA"), batch(1, "shared")).unwrap();
    let own_here = here.create(&code("BBBBBB"), batch(1, "here")).unwrap();
    let own_there = there.create(&code("CCCCCC"), batch(1, "there")).unwrap();
    for seq in 2..=20 {
        let in_turn = if seq % 2 == 0 { &here } else { &there };
        append(in_turn, shared, batch(seq, "shared")).unwrap();
        append(&here, own_here, batch(seq, "here")).unwrap();
        append(&there, own_there, batch(seq, "there")).unwrap();
    }
    for journal in [&here, &there] {
        for (cafe, events) in [(shared, "shared"), (own_here, "here"), (own_there, "there")] {
            let expected: Vec<Batch> = (1..=20).map(|seq| batch(seq, events)).collect();
            assert_eq!(read(journal, cafe, 1), expected);
        }
    }
}

#[test]
fn two_processes_at_the_same_time_give_every_number_once() {
    let (_directory, here, there) = two_processes();
    let cafe = here.create(&code("AAAAAA"), batch(1, "first")).unwrap();
    let race = |journal: &SqliteJournal, name: &str| -> Vec<u64> {
        let won = |seq: &u64| append(journal, cafe, batch(*seq, name)).is_ok();
        (2..=200).filter(won).collect()
    };
    let (won_here, won_there) = thread::scope(|scope| {
        let racing = scope.spawn(|| race(&there, "there"));
        (race(&here, "here"), racing.join().unwrap())
    });
    assert_eq!(won_here.len() + won_there.len(), 199);
    for stored in &read(&here, cafe, 2) {
        let winner = if won_here.contains(&stored.seq.0) { "here" } else { "there" };
        assert_eq!(*stored, batch(stored.seq.0, winner));
    }
}

#[test]
fn in_a_group_only_the_forestalled_are_refused() {
    let (directory, here, there) = two_processes();
    let [first, second, third] =
        ["AAAAAA", "BBBBBB", "CCCCCC"].map(|text| here.create(&code(text), batch(1, "one")).unwrap());
    append(&there, second, batch(2, "there")).unwrap();
    // While the file is held the first request waits alone; all others are the next group.
    let holder = Connection::open(directory.path().join(FILE)).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let waiting = [(third, 2), (first, 2), (second, 2), (first, 3), (third, 3), (second, 3), (first, 3)]
        .map(|(cafe, seq)| begin_append(&here, cafe, batch(seq, "here")));
    holder.execute_batch("COMMIT").unwrap();
    let stored = waiting.map(|answer| answer.blocking_recv().unwrap()[0].is_ok());
    assert_eq!(stored, [true, true, false, true, true, true, false]);
    assert_eq!(read(&here, first, 2), [batch(2, "here"), batch(3, "here")]);
    assert_eq!(read(&here, second, 2), [batch(2, "there"), batch(3, "here")]);
    assert_eq!(read(&here, third, 2), [batch(2, "here"), batch(3, "here")]);
}

#[test]
fn a_group_that_found_no_space_leaves_its_numbers_free() {
    let directory = tempfile::tempdir().unwrap();
    let journal = SqliteJournal::open(directory.path()).unwrap();
    let cafe = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
    let connection = tables::open(&directory.path().join(FILE)).unwrap();
    connection.execute_batch("PRAGMA max_page_count = 20").unwrap();
    let heads = Heads::noted(&connection).unwrap();
    let (requests, waiting) = mpsc::channel();
    let full = thread::spawn(move || writer::run(connection, heads, &waiting));
    for (seq, events, fits) in [(2, "two", true), (3, &"x".repeat(100_000), false), (3, "three", true)] {
        let (done, answer) = oneshot::channel();
        let batches = vec![Append { cafe, batch: batch(seq, events) }];
        requests.send(Request::Append(Appends { batches, done })).unwrap();
        match answer.blocking_recv().unwrap().remove(0) {
            Ok(()) => assert!(fits),
            Err(error) => assert!(!fits && matches!(error, AppendError::Refused(_)), "{error}"),
        }
    }
    drop(requests);
    full.join().unwrap();
    append(&journal, cafe, batch(4, "four")).unwrap();
    let expected = [batch(1, "one"), batch(2, "two"), batch(3, "three"), batch(4, "four")];
    assert_eq!(read(&journal, cafe, 1), expected);
}

#[test]
fn everything_is_there_after_reopening() {
    let directory = tempfile::tempdir().unwrap();
    let cafe = {
        let journal = SqliteJournal::open(directory.path()).unwrap();
        let cafe = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
        append(&journal, cafe, batch(2, "two")).unwrap();
        cafe
    };
    let journal = SqliteJournal::open(directory.path()).unwrap();
    assert_eq!(read(&journal, cafe, 1), [batch(1, "one"), batch(2, "two")]);
}

#[test]
fn heads_are_found_in_their_table_and_after_it() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join(FILE);
    let journal = SqliteJournal::open(directory.path()).unwrap();
    let quiet = journal.create(&code("AAAAAA"), batch(1, "quiet")).unwrap();
    let busy = journal.create(&code("BBBBBB"), batch(1, "busy")).unwrap();
    let waiting: Vec<_> = (2..=6_000).map(|seq| begin_append(&journal, busy, batch(seq, "busy"))).collect();
    waiting.into_iter().for_each(|answer| answer.blocking_recv().unwrap().remove(0).unwrap());
    drop(journal);
    let connection = Connection::open(path).unwrap();
    let noted: i64 =
        connection.query_row("SELECT id FROM head WHERE cafe = 1", [], |row| row.get(0)).unwrap();
    assert_eq!(noted, 1);
    let journal = SqliteJournal::open(directory.path()).unwrap();
    append(&journal, quiet, batch(2, "quiet")).unwrap();
    append(&journal, busy, batch(6_001, "busy")).unwrap();
    assert_eq!(read(&journal, quiet, 1), [batch(1, "quiet"), batch(2, "quiet")]);
    assert_eq!(read(&journal, busy, 5_999).len(), 3);
    assert_eq!(read(&journal, busy, 1).len(), 6_001);
}

/// Rows 1, 3 and 5 are of one café, 2 and 4 of another.
fn damage(sql: &str) -> String {
    let directory = tempfile::tempdir().unwrap();
    let journal = SqliteJournal::open(directory.path()).unwrap();
    let cafe = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
    let other = journal.create(&code("BBBBBB"), batch(1, "one")).unwrap();
    append(&journal, cafe, batch(2, "two")).unwrap();
    append(&journal, other, batch(2, "two")).unwrap();
    append(&journal, cafe, batch(3, "three")).unwrap();
    let file = directory.path().join(FILE);
    Connection::open(file).unwrap().execute_batch(sql).unwrap();
    assert_eq!(read(&journal, other, 1), [batch(1, "one"), batch(2, "two")]);
    journal.read(cafe, Seq::FIRST, &mut |_| Ok(())).unwrap_err().to_string()
}

#[test]
fn a_flipped_byte_is_refused_by_cafe_and_number() {
    let said = damage("UPDATE batch SET events = CAST('twO' AS BLOB) WHERE id = 3");
    assert_eq!(said, "café AAAAAA: batch 2 is damaged: its checksum does not fit");
}

#[test]
fn a_missing_batch_is_refused_by_cafe_and_number() {
    assert_eq!(damage("DELETE FROM batch WHERE id = 3"), "café AAAAAA: batch 2 is damaged: it is missing");
    assert_eq!(damage("DELETE FROM batch WHERE id = 1"), "café AAAAAA: batch 1 is damaged: it is missing");
    assert_eq!(damage("DELETE FROM batch WHERE cafe = 1"), "café AAAAAA: batch 1 is damaged: it is missing");
    let noted = format!("{}; DELETE FROM batch WHERE id = 5", tables::NOTE_HEADS);
    assert_eq!(damage(&noted), "café AAAAAA: batch 3 is damaged: it is missing");
}

#[test]
fn a_broken_chain_is_refused_by_cafe_and_number() {
    for (sql, said) in [
        ("UPDATE batch SET previous = 4 WHERE id = 5", "batch 2 is damaged: row 4 does not fit in its place"),
        ("UPDATE batch SET previous = 1 WHERE id = 5", "batch 2 is damaged: row 1 does not fit in its place"),
        ("UPDATE batch SET previous = 5 WHERE id = 5", "batch 2 is damaged: row 5 does not fit in its place"),
        ("UPDATE batch SET previous = 0 WHERE id = 5", "batch 3 is damaged: row 5 does not fit in its place"),
        ("UPDATE batch SET previous = 3 WHERE id = 1", "batch 1 is damaged: row 1 does not fit in its place"),
        ("UPDATE batch SET seq = 7 WHERE id = 3", "batch 2 is damaged: row 3 does not fit in its place"),
        ("UPDATE batch SET cafe = 2 WHERE id = 1", "batch 1 is damaged: row 1 does not fit in its place"),
    ] {
        assert_eq!(damage(sql), format!("café AAAAAA: {said}"), "{sql}");
    }
}

#[test]
fn a_damaged_snapshot_is_as_good_as_none() {
    let directory = tempfile::tempdir().unwrap();
    let journal = SqliteJournal::open(directory.path()).unwrap();
    let cafe = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
    journal.keep_snapshot(cafe, Snapshot { seq: Seq(4), state: b"state".to_vec() }).unwrap();
    let file = directory.path().join("snapshots").join(format!("{}.snapshot", cafe.0));
    let mut bytes = std::fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&file, bytes).unwrap();
    assert_eq!(journal.snapshot(cafe), None);
}
