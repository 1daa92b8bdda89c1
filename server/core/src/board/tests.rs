//! What clients notice of a board.

use super::*;

fn board(steps: &[&[(&str, Option<&str>)]]) -> Board {
    let mut board = Board::new("e1".into());
    for step in steps {
        board.publish(step.iter().map(|(key, value)| (Arc::from(*key), value.map(Arc::from))));
    }
    board
}

fn update(text: &str) -> Delta {
    Delta::Update(text.into())
}

fn cursor(epoch: &str, version: u64) -> Cursor {
    Cursor { epoch: epoch.into(), version: Version(version) }
}

#[test]
fn a_cursor_gets_what_changed_since_and_nothing_else() {
    let board = board(&[&[("a", Some("1")), ("b", Some("1"))], &[("b", Some("2"))], &[("c", Some("1"))]]);
    assert_eq!(board.since_version(Version(3)), Delta::UpToDate);
    assert_eq!(
        board.since_version(Version(2)),
        update(r#"{"update":{"from":2,"version":3,"docs":{"c":1}}}"#)
    );
    assert_eq!(
        board.since_version(Version(1)),
        update(r#"{"update":{"from":1,"version":3,"docs":{"b":2,"c":1}}}"#)
    );
}

#[test]
fn a_removed_document_is_null_in_an_update_and_absent_from_a_snapshot() {
    let board = board(&[&[("a", Some("1")), ("b", Some("1"))], &[("a", None)]]);
    assert_eq!(
        board.since_version(Version(1)),
        update(r#"{"update":{"from":1,"version":2,"docs":{"a":null}}}"#)
    );
    let snapshot = r#"{"snapshot":{"epoch":"e1","version":2,"docs":{"b":1}}}"#;
    assert_eq!(board.since(None), Delta::Snapshot(snapshot.into()));
}

#[test]
fn publishing_the_same_value_does_not_move_the_board() {
    let mut board = board(&[&[("a", Some("1"))]]);
    assert!(!board.publish([(Arc::from("a"), Some(Arc::from("1"))), (Arc::from("x"), None)]));
    assert_eq!(board.version(), Version(1));
}

#[test]
fn a_cursor_of_another_life_or_of_the_future_gets_a_snapshot() {
    let board = board(&[&[("a", Some("1"))]]);
    assert!(matches!(board.since(Some(&cursor("e0", 1))), Delta::Snapshot(_)));
    assert!(matches!(board.since(Some(&cursor("e1", 2))), Delta::Snapshot(_)));
    assert_eq!(board.since(Some(&cursor("e1", 1))), Delta::UpToDate);
}

#[test]
fn a_cursor_from_before_a_forgotten_removal_gets_a_snapshot() {
    let mut board = Board::new("e1".into());
    let key = |index: usize| Arc::<str>::from(format!("k{index}"));
    board.publish((0..=TOMBSTONES_MAX).map(|index| (key(index), Some(Arc::from("1")))));
    for index in 0..=TOMBSTONES_MAX {
        board.publish([(key(index), None)]);
    }
    assert!(matches!(board.since_version(Version(1)), Delta::Snapshot(_)));
    assert!(matches!(board.since_version(Version(2)), Delta::Update(_)));
}

#[test]
fn a_document_that_came_back_is_not_forgotten_with_its_tombstone() {
    let mut board = Board::new("e1".into());
    let one = |key: &str, value: Option<&str>| [(Arc::from(key), value.map(Arc::from))];
    board.publish(one("a", Some("1")));
    board.publish(one("a", None));
    board.publish(one("a", Some("2")));
    for index in 0..=TOMBSTONES_MAX {
        board.publish(one(&format!("k{index}"), Some("1")));
        board.publish(one(&format!("k{index}"), None));
    }
    let Delta::Snapshot(snapshot) = board.since(None) else { panic!("no cursor gets a snapshot") };
    assert!(snapshot.contains(r#""a":2"#));
}
