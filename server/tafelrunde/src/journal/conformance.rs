//! What every journal must do, run against each implementation.

use tafelrunde_protocol::ids::{CafeCode, Timestamp};
use tokio::sync::oneshot;

use super::memory::MemoryJournal;
use super::sqlite::SqliteJournal;
use super::{
    Append, AppendError, Appends, Batch, CafeKey, CreateError, Journal, ReadError, Seq, Snapshot,
    begin_append,
};

pub fn code(text: &str) -> CafeCode {
    CafeCode::parse(text).unwrap()
}

pub fn batch(seq: u64, events: &str) -> Batch {
    Batch { seq: Seq(seq), at: Timestamp(1_000 + seq as i64), format: 1, events: events.as_bytes().to_vec() }
}

pub fn append(journal: &dyn Journal, cafe: CafeKey, batch: Batch) -> Result<(), AppendError> {
    begin_append(journal, cafe, batch).blocking_recv().unwrap().remove(0)
}

pub fn read(journal: &dyn Journal, cafe: CafeKey, from: u64) -> Vec<Batch> {
    let mut batches = Vec::new();
    let mut keep = |batch| -> Result<(), ReadError> {
        batches.push(batch);
        Ok(())
    };
    journal.read(cafe, Seq(from), &mut keep).unwrap();
    batches
}

fn with_each(test: impl Fn(&dyn Journal)) {
    test(&MemoryJournal::default());
    let directory = tempfile::tempdir().unwrap();
    test(&SqliteJournal::open(directory.path()).unwrap());
}

#[test]
fn what_was_appended_is_read_in_order() {
    with_each(|journal| {
        let cafe = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
        append(journal, cafe, batch(2, "two")).unwrap();
        append(journal, cafe, batch(3, "three")).unwrap();
        assert_eq!(read(journal, cafe, 1), [batch(1, "one"), batch(2, "two"), batch(3, "three")]);
        assert_eq!(read(journal, cafe, 3), [batch(3, "three")]);
        assert_eq!(read(journal, cafe, 4), []);
    });
}

#[test]
fn a_number_is_given_once() {
    with_each(|journal| {
        let cafe = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
        append(journal, cafe, batch(2, "two")).unwrap();
        let second = append(journal, cafe, batch(2, "other"));
        assert!(matches!(second, Err(AppendError::Forestalled(Seq(2)))), "{second:?}");
        assert_eq!(read(journal, cafe, 2), [batch(2, "two")]);
    });
}

#[test]
fn a_code_is_given_once_and_found() {
    with_each(|journal| {
        let first = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
        let again = journal.create(&code("AAAAAA"), batch(1, "other"));
        assert!(matches!(again, Err(CreateError::CodeTaken)), "{again:?}");
        let second = journal.create(&code("BBBBBB"), batch(1, "two")).unwrap();
        assert_eq!(journal.find(&code("AAAAAA")).unwrap(), Some(first));
        assert_eq!(journal.find(&code("CCCCCC")).unwrap(), None);
        assert_eq!(journal.cafes().unwrap(), [(code("AAAAAA"), first), (code("BBBBBB"), second)]);
        assert_eq!(read(journal, first, 1), [batch(1, "one")]);
    });
}

#[test]
fn cafes_have_numbers_of_their_own() {
    with_each(|journal| {
        let first = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
        let second = journal.create(&code("BBBBBB"), batch(1, "two")).unwrap();
        append(journal, second, batch(2, "second")).unwrap();
        append(journal, first, batch(2, "first")).unwrap();
        assert_eq!(read(journal, first, 2), [batch(2, "first")]);
        assert_eq!(read(journal, second, 2), [batch(2, "second")]);
    });
}

#[test]
fn the_newest_snapshot_is_kept() {
    with_each(|journal| {
        let cafe = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
        assert_eq!(journal.snapshot(cafe), None);
        for seq in [4, 9] {
            journal.keep_snapshot(cafe, Snapshot { seq: Seq(seq), state: b"a\nb".to_vec() }).unwrap();
        }
        assert_eq!(journal.snapshot(cafe), Some(Snapshot { seq: Seq(9), state: b"a\nb".to_vec() }));
    });
}

#[test]
fn many_appends_at_once_are_all_answered() {
    with_each(|journal| {
        let cafes: Vec<CafeKey> = (0..50)
            .map(|index| {
                journal.create(
                    &code(&format!("AAAA{:02}", index + 22).replace(['0', '1'], "Z")),
                    batch(1, "one"),
                )
            })
            .filter_map(Result::ok)
            .collect();
        let answers: Vec<_> =
            cafes.iter().map(|cafe| begin_append(journal, *cafe, batch(2, "two"))).collect();
        for answer in answers {
            assert!(matches!(answer.blocking_recv().unwrap()[..], [Ok(())]));
        }
        assert!(cafes.iter().all(|cafe| read(journal, *cafe, 2) == [batch(2, "two")]));
    });
}

#[test]
fn of_batches_that_are_handed_in_together_each_stands_for_itself() {
    with_each(|journal| {
        let cafes =
            ["AAAAAA", "BBBBBB", "CCCCCC"].map(|text| journal.create(&code(text), batch(1, "one")).unwrap());
        append(journal, cafes[1], batch(2, "somebody else's")).unwrap();
        let batches = cafes.map(|cafe| Append { cafe, batch: batch(2, "two") }).into();
        let (done, answer) = oneshot::channel();
        journal.append(Appends { batches, done });
        let answers = answer.blocking_recv().unwrap();
        assert!(matches!(answers[..], [Ok(()), Err(AppendError::Forestalled(Seq(2))), Ok(())]));
        let stored = cafes.map(|cafe| read(journal, cafe, 2));
        assert_eq!(stored, [[batch(2, "two")], [batch(2, "somebody else's")], [batch(2, "two")]]);
    });
}

#[test]
fn cafes_that_write_in_turn_are_read_apart_and_from_anywhere() {
    with_each(|journal| {
        let cafes: Vec<CafeKey> = ["AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD", "EEEEEE", "FFFFFF", "GGGGGG"]
            .map(|text| journal.create(&code(text), batch(1, text)).unwrap())
            .to_vec();
        for seq in 2..=30 {
            for (index, cafe) in cafes.iter().enumerate() {
                // Some are quieter than others.
                if seq <= 30 - 4 * index as u64 {
                    append(journal, *cafe, batch(seq, &format!("{seq} of {index}"))).unwrap();
                }
            }
        }
        for (index, cafe) in cafes.iter().enumerate() {
            let last = 30 - 4 * index as u64;
            for from in [2, 3, last / 2, last, last + 1] {
                let expected: Vec<Batch> =
                    (from..=last).map(|seq| batch(seq, &format!("{seq} of {index}"))).collect();
                assert_eq!(read(journal, *cafe, from), expected);
            }
        }
    });
}

#[test]
fn what_should_lie_between_is_missing_and_not_passed_over() {
    with_each(|journal| {
        let cafe = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
        append(journal, cafe, batch(2, "two")).unwrap();
        let error = journal.read(cafe, Seq(4), &mut |_| Ok(())).unwrap_err().to_string();
        assert_eq!(error, "café AAAAAA: batch 3 is damaged: it is missing");
        assert!(matches!(append(journal, cafe, batch(4, "four")), Err(AppendError::Forestalled(Seq(4)))));
    });
}

#[test]
fn a_visitor_can_stop_the_reading() {
    with_each(|journal| {
        let cafe = journal.create(&code("AAAAAA"), batch(1, "one")).unwrap();
        append(journal, cafe, batch(2, "two")).unwrap();
        let mut seen = 0;
        let read = journal.read(cafe, Seq::FIRST, &mut |_| {
            seen += 1;
            Err(ReadError::Storage("enough".into()))
        });
        assert!(matches!(read, Err(ReadError::Storage(reason)) if reason == "enough"));
        assert_eq!(seen, 1);
    });
}
