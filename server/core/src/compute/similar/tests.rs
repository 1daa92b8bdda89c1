//! Files in, pairs out, and what is said about files that are wrong.

use super::compute;

const FILE: &str = r#"{"schema":"tafelrunde.similar/1","topics":[
    {"id":"Z","title":"Leerstand in der Innenstadt"},{"id":"b","title":"Das Freibad retten"},
    {"id":"a","title":"Empty shops in the town centre","text":"Who pays?"},{"id":"ü 4","title":"Der Hüpfer"},
    {"id":"5","title":"Bürgerbus","more":1}],"glossary":[]}"#;

fn said(text: &str) -> String {
    compute(text).unwrap_or_else(|wrong| wrong.to_string())
}

/// The answer to [`FILE`] with a part replaced.
fn said_with(part: &str, other: &str) -> String {
    assert!(FILE.contains(part));
    said(&FILE.replace(part, other))
}

#[test]
fn pairs_are_named_as_in_the_file() {
    assert_eq!(said(FILE), r#"{"schema":"tafelrunde.similar.result/1","pairs":[["Z","a",0.688]]}"#);
}

#[test]
fn the_most_alike_come_first_and_equals_as_they_stand_in_the_file() {
    let file = r#"{"schema":"tafelrunde.similar/1","topics":[{"id":"d","title":"Das Freibad retten"},
        {"id":"c","title":"Leere Läden"},{"id":"b","title":"Leere Läden"},{"id":"a","title":"leere Läden!"},
        {"id":"e","title":"Rettet das Freibad"}]}"#;
    let result: serde_json::Value = serde_json::from_str(&said(file)).unwrap();
    let pairs = serde_json::to_string(&result["pairs"]).unwrap();
    assert!(pairs.starts_with(r#"[["c","b",1.0],["c","a",1.0],["b","a",1.0],["d","e",0."#), "{pairs}");
}

#[test]
fn a_file_may_bring_its_own_words() {
    let result = said_with("\"glossary\":[]", r##""glossary":["# ours","Bürgerbus, Hüpfer"]"##);
    assert!(result.contains(r#"["ü 4","5","#), "{result}");
}

#[test]
fn few_topics_have_no_pairs() {
    assert_eq!(
        said(r#"{"schema":"tafelrunde.similar/1","topics":[]}"#),
        r#"{"schema":"tafelrunde.similar.result/1","pairs":[]}"#
    );
}

#[test]
fn wrong_files_are_told_where_and_what() {
    let long = format!(r#""glossary":["a, b","{}"]"#, "x".repeat(1001));
    let pairs = [
        ("similar/1", "similar/2", r#"schema: "tafelrunde.similar/2" is not "tafelrunde.similar/1""#),
        (r#""id":"b""#, r#""id":"Z""#, r#"topics[1]: "Z" is there twice"#),
        (r#""glossary":[]"#, &long, "glossary[1]: more than 1000 characters"),
        (r#""glossary":[]"#, r#""glossary":["a","b\nc"]"#, "glossary[1]: has more than one line"),
    ];
    for (part, other, expected) in pairs {
        assert_eq!(said_with(part, other), expected);
    }
    assert!(
        said_with(r#","title":"Das Freibad retten""#, "").starts_with("topics[1]: missing field `title`")
    );
    assert!(said_with(r#""Bürgerbus""#, "7").starts_with("topics[4].title: invalid type"));
    assert!(said_with(r#""glossary":[]"#, r#""glossary":[1]"#).starts_with("glossary[0]: invalid type"));
    let many = format!(r#""glossary":[{}]"#, ["\"a1, b1\""; 2000].join(","));
    assert_eq!(said_with(r#""glossary":[]"#, &many), "glossary: with the built-in lines more than 2000");
}

#[test]
fn topics_are_bounded() {
    let topics: Vec<String> = (0..2001).map(|id| format!(r#"{{"id":"{id}","title":""}}"#)).collect();
    let file = format!(r#"{{"schema":"tafelrunde.similar/1","topics":[{}]}}"#, topics.join(","));
    assert_eq!(said(&file), "topics: 2001 are more than 2000");
}
