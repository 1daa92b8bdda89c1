//! What is not taken, and with which field and limit.

use tafelrunde_protocol::ids::OptionId;
use tafelrunde_protocol::rejection::Rejection;

use super::samples::texts;
use crate::answers::paper::{Paper, Source};
use crate::answers::refusal::Refusal;
use crate::answers::texts::{OpenAnswer, TextId};
use crate::answers::{Answer, Shape};

/// JSON as moderators and phones send it.
fn shape(json: &str) -> Shape {
    serde_json::from_str::<Shape>(json).unwrap().check().unwrap()
}

fn refused(json: &str) -> Refusal {
    serde_json::from_str::<Shape>(json).unwrap().check().unwrap_err()
}

fn answer(shape: &Shape, json: &str) -> Result<String, Refusal> {
    let answer = shape.check_answer(serde_json::from_str(json).unwrap())?;
    Ok(serde_json::to_string(&answer).unwrap())
}

fn range(field: &'static str, min: i64, max: i64) -> Refusal {
    Refusal::OutOfRange { field, min, max }
}

#[test]
fn options_are_two_to_fifty_different_texts() {
    let few = r#"{"kind":"single","options":["a"]}"#;
    assert_eq!(refused(few), Refusal::TooFew { field: "options", limit: 2 });
    let many: Vec<String> = (0..51).map(|number| format!("\"{number}\"")).collect();
    let many = format!(r#"{{"kind":"single","options":[{}]}}"#, many.join(","));
    assert_eq!(refused(&many), Refusal::TooMany { field: "options", limit: 50 });
    let same = r#"{"kind":"mood","options":["a"," a\u202E "]}"#;
    assert_eq!(refused(same), Refusal::Duplicate { field: "options" });
    let empty = r#"{"kind":"points","options":["a","\u0000"],"sum":3,"each_max":3}"#;
    assert_eq!(refused(empty), Refusal::TextEmpty { field: "options" });
    let long = format!(r#"{{"kind":"ranking","options":["a","{}"],"min":1}}"#, "x".repeat(10_000));
    assert_eq!(refused(&long), Refusal::TextTooLong { field: "options", limit: 120 });
    let moods = r#"{"kind":"mood","options":["1","2","3","4","5","6","7"]}"#;
    assert_eq!(refused(moods), Refusal::TooMany { field: "options", limit: 6 });
}

#[test]
fn numbers_of_questions_are_bounded() {
    let cases = [
        (r#"{"kind":"multiple","options":["a","b"],"min":0,"max":3}"#, range("max", 1, 2)),
        (r#"{"kind":"multiple","options":["a","b"],"min":2,"max":1}"#, range("min", 0, 1)),
        (r#"{"kind":"scale","min":-101,"max":5,"low":"a","high":"b"}"#, range("min", -100, 99)),
        (r#"{"kind":"scale","min":-100,"max":100,"low":"a","high":"b"}"#, range("max", -99, 0)),
        (r#"{"kind":"scale","min":1,"max":1,"low":"a","high":"b"}"#, range("max", 2, 100)),
        (r#"{"kind":"scale","min":1,"max":5,"low":" ","high":"b"}"#, Refusal::TextEmpty { field: "low" }),
        (r#"{"kind":"ranking","options":["a","b"],"min":0}"#, range("min", 1, 2)),
        (r#"{"kind":"points","options":["a","b"],"sum":1001,"each_max":1}"#, range("sum", 1, 1_000)),
        (r#"{"kind":"points","options":["a","b"],"sum":9,"each_max":4}"#, range("each_max", 5, 9)),
        (r#"{"kind":"estimate","unit":"","decimals":5,"min":0,"max":1}"#, range("decimals", 0, 4)),
        (r#"{"kind":"estimate","unit":"","min":9,"max":9}"#, range("max", 10, 1_000_000_000_000)),
        (r#"{"kind":"estimate","unit":"","min":0,"max":9,"right":10}"#, range("right", 0, 9)),
        (r#"{"kind":"words","max":11}"#, range("max", 1, 10)),
        (r#"{"kind":"open","max":1,"chars_max":601}"#, range("chars_max", 1, 600)),
        (
            r#"{"kind":"image","images":[{"image":"a","text":"A"},{"image":"../b","text":"B"}],"min":1,"max":1}"#,
            Refusal::Unknown { field: "images" },
        ),
        (
            r#"{"kind":"image","images":[{"image":"a","text":"A"},{"image":"b","text":""}],"min":1,"max":1}"#,
            Refusal::TextEmpty { field: "images.text" },
        ),
        (
            r#"{"kind":"quiz","options":["a","b"],"right":[],"seconds":9,"points":1,"speed_percent":0}"#,
            Refusal::TooFew { field: "right", limit: 1 },
        ),
        (
            r#"{"kind":"quiz","options":["a","b"],"right":[2],"seconds":9,"points":1,"speed_percent":0}"#,
            Refusal::Unknown { field: "right" },
        ),
        (
            r#"{"kind":"quiz","options":["a","b"],"right":[1],"seconds":4,"points":1,"speed_percent":0}"#,
            range("seconds", 5, 600),
        ),
    ];
    for (json, expected) in cases {
        assert_eq!(refused(json), expected, "{json}");
    }
}

#[test]
fn picks_are_known_different_and_as_many_as_asked_for() {
    let shape = shape(r#"{"kind":"multiple","options":["a","b","c","d"],"min":1,"max":2}"#);
    assert_eq!(answer(&shape, r#"{"pick":[3,1]}"#), Ok(r#"{"pick":[1,3]}"#.into()));
    assert_eq!(answer(&shape, r#"{"pick":[1,1]}"#), Err(Refusal::Duplicate { field: "pick" }));
    assert_eq!(answer(&shape, r#"{"pick":[4]}"#), Err(Refusal::Unknown { field: "pick" }));
    assert_eq!(answer(&shape, r#"{"pick":[65535]}"#), Err(Refusal::Unknown { field: "pick" }));
    assert_eq!(answer(&shape, r#"{"pick":[]}"#), Err(Refusal::TooFew { field: "pick", limit: 1 }));
    assert_eq!(answer(&shape, r#"{"pick":[0,1,2]}"#), Err(Refusal::TooMany { field: "pick", limit: 2 }));
    assert_eq!(answer(&shape, r#"{"number":1}"#), Err(Refusal::NotAsked { field: "answer" }));
}

#[test]
fn numbers_points_and_orders_are_checked() {
    let scale = shape(r#"{"kind":"scale","min":-2,"max":2,"low":"a","high":"b"}"#);
    assert_eq!(answer(&scale, r#"{"number":-3}"#), Err(range("number", -2, 2)));
    assert_eq!(answer(&scale, r#"{"pick":[1]}"#), Err(Refusal::NotAsked { field: "answer" }));

    let points = shape(r#"{"kind":"points","options":["a","b","c"],"sum":10,"each_max":6}"#);
    assert_eq!(answer(&points, r#"{"points":[6,4,0]}"#), Ok(r#"{"points":[6,4,0]}"#.into()));
    assert_eq!(answer(&points, r#"{"points":[6,3,0]}"#), Err(Refusal::TooFew { field: "sum", limit: 10 }));
    assert_eq!(answer(&points, r#"{"points":[6,4,1]}"#), Err(Refusal::TooMany { field: "sum", limit: 10 }));
    assert_eq!(answer(&points, r#"{"points":[7,3,0]}"#), Err(range("points", 0, 6)));
    assert_eq!(answer(&points, r#"{"points":[6,4]}"#), Err(Refusal::TooFew { field: "points", limit: 3 }));

    let ranking = shape(r#"{"kind":"ranking","options":["a","b","c"],"min":2}"#);
    assert_eq!(answer(&ranking, r#"{"order":[[2,0],[1]]}"#), Ok(r#"{"order":[[0,2],[1]]}"#.into()));
    assert_eq!(answer(&ranking, r#"{"order":[[2]]}"#), Err(Refusal::TooFew { field: "order", limit: 2 }));
    assert_eq!(answer(&ranking, r#"{"order":[[2],[]]}"#), Err(Refusal::TooFew { field: "order", limit: 1 }));
    assert_eq!(answer(&ranking, r#"{"order":[[2],[2]]}"#), Err(Refusal::Duplicate { field: "order" }));
    assert_eq!(answer(&ranking, r#"{"order":[[2],[3]]}"#), Err(Refusal::Unknown { field: "order" }));

    let quiz = r#"{"kind":"quiz","options":["a","b"],"right":[1],"seconds":5,"points":9,"speed_percent":0}"#;
    let quiz = shape(quiz);
    assert_eq!(answer(&quiz, r#"{"timed":[1,5000]}"#), Ok(r#"{"timed":[1,5000]}"#.into()));
    assert_eq!(answer(&quiz, r#"{"timed":[1,5001]}"#), Err(range("after_ms", 0, 5_000)));
    assert_eq!(answer(&quiz, r#"{"timed":[2,1]}"#), Err(Refusal::Unknown { field: "pick" }));
}

#[test]
fn words_and_texts_are_cleaned_and_bounded() {
    let words = shape(r#"{"kind":"words","max":3}"#);
    let typed = r#"{"words":["  Bus\u202E \u0007 fahren ","bus-fahren"]}"#;
    assert_eq!(answer(&words, typed), Ok(r#"{"words":["Bus fahren"]}"#.into()));
    assert_eq!(answer(&words, r#"{"words":["\u200B"]}"#), Err(Refusal::TextEmpty { field: "words" }));
    assert_eq!(answer(&words, r#"{"words":[]}"#), Err(Refusal::TooFew { field: "words", limit: 1 }));
    let many = r#"{"words":["a","b","c","d"]}"#;
    assert_eq!(answer(&words, many), Err(Refusal::TooMany { field: "words", limit: 3 }));
    let long = Answer::Words(vec!["x".repeat(10_000)]);
    assert_eq!(words.check_answer(long), Err(Refusal::TextTooLong { field: "words", limit: 40 }));

    let open = shape(r#"{"kind":"open","max":2,"chars_max":20}"#);
    let own = |list: &[(u32, &str)], up: &[u32]| {
        let own = list.iter().map(|(id, text)| (TextId(*id), (*text).to_owned())).collect();
        open.check_answer(Answer::Open(OpenAnswer { own, up: up.iter().copied().map(TextId).collect() }))
    };
    assert_eq!(own(&[], &[]), Err(Refusal::TooFew { field: "texts", limit: 1 }));
    assert_eq!(
        own(&[(1, "x".repeat(21).as_str())], &[]),
        Err(Refusal::TextTooLong { field: "texts", limit: 20 })
    );
    assert_eq!(own(&[(1, "Bus"), (2, "bus!")], &[]), Err(Refusal::Duplicate { field: "texts" }));
    assert_eq!(own(&[(1, "Bus")], &[2, 1]), Err(Refusal::Duplicate { field: "up" }));
    assert_eq!(own(&[(1, "Bus")], &[2, 2]), Err(Refusal::Duplicate { field: "up" }));
    let json = serde_json::to_string(&own(&[(1, "<b>Bus</b>")], &[3, 2]).unwrap()).unwrap();
    assert_eq!(json, r#"{"open":{"own":[[1,"<b>Bus</b>"]],"up":[2,3]}}"#);
}

#[test]
fn counts_from_paper_must_add_up() {
    let single = shape(r#"{"kind":"single","options":["a","b"]}"#);
    let check = |shape: &Shape, ballots, counts: &[u64]| {
        let source = Source { label: " Karten ".into(), ballots, counts: counts.to_vec() };
        Paper::default().check(shape, source).map(|source| source.label)
    };
    assert_eq!(check(&single, 6, &[4, 2]), Ok("Karten".into()));
    assert_eq!(check(&single, 6, &[4, 1]), Err(range("sum", 6, 6)));
    assert_eq!(check(&single, 6, &[7, 0]), Err(range("counts", 0, 6)));
    assert_eq!(check(&single, 6, &[u64::MAX, 0]), Err(range("counts", 0, 6)));
    assert_eq!(check(&single, 6, &[6]), Err(Refusal::TooFew { field: "counts", limit: 2 }));
    assert_eq!(check(&single, 100_001, &[1, 1]), Err(range("ballots", 0, 100_000)));
    let words = shape(r#"{"kind":"words","max":3}"#);
    assert_eq!(check(&words, 1, &[]), Err(Refusal::NotAsked { field: "counts" }));
    let points = shape(r#"{"kind":"points","options":["a","b"],"sum":3,"each_max":2}"#);
    assert_eq!(check(&points, 2, &[4, 2]), Ok("Karten".into()));
    assert_eq!(check(&points, 2, &[5, 1]), Err(range("counts", 0, 4)));
    assert_eq!(check(&points, 2, &[4, 1]), Err(range("sum", 6, 6)));
}

#[test]
fn a_refusal_is_the_rejection_of_the_same_name() {
    let rejection = Rejection::from(range("number", -5, 5));
    assert_eq!(rejection, Rejection::OutOfRange { field: "number".into(), min: -5, max: 5 });
    let rejection = Rejection::from(Refusal::Unknown { field: "pick" });
    assert_eq!(rejection, Rejection::Unknown { field: "pick".into() });
}

#[test]
fn questions_and_answers_are_short_in_the_journal() {
    let cases = [
        (Answer::Pick(vec![OptionId(2)]), r#"{"pick":[2]}"#),
        (Answer::Number(-7), r#"{"number":-7}"#),
        (Answer::Order(vec![vec![OptionId(1)], vec![OptionId(0), OptionId(2)]]), r#"{"order":[[1],[0,2]]}"#),
        (Answer::Points(vec![3, 0, 7]), r#"{"points":[3,0,7]}"#),
        (Answer::Words(texts(&["Bus", "Rad"])), r#"{"words":["Bus","Rad"]}"#),
        (Answer::Open(OpenAnswer { own: vec![], up: vec![TextId(4)] }), r#"{"open":{"up":[4]}}"#),
        (Answer::Timed(OptionId(2), 4_100), r#"{"timed":[2,4100]}"#),
    ];
    for (answer, json) in cases {
        assert_eq!(serde_json::to_string(&answer).unwrap(), json);
    }
    assert_eq!(serde_json::to_string(&shape(r#"{"kind":"yes_no"}"#)).unwrap(), r#"{"kind":"yes_no"}"#);
}
