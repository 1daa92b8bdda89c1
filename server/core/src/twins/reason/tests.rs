//! What people are told about two topics.

use super::*;
use crate::twins::glossary::BUILT_IN;

fn check(here: &str, there: &str, expected: &[&str]) {
    let glossary = Glossary::read(&[BUILT_IN]).unwrap();
    let found = shared(&glossary, &topic_pieces(&glossary, here, ""), &topic_pieces(&glossary, there, ""));
    let shown: Vec<String> = found
        .iter()
        .map(|shared| match shared {
            Shared::Word { word } => word.clone(),
            Shared::Meaning { here, there } => format!("{here} means {there}"),
            Shared::Field { here, there } => format!("{here} is near {there}"),
            Shared::Spelling { here, there } => format!("{here} looks like {there}"),
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn words_that_mean_the_same_are_named_as_they_were_typed() {
    check(
        "Leerstand in der Innenstadt",
        "Empty shops in the town centre",
        &["Leerstand means Empty shops", "Innenstadt means town centre"],
    );
}

#[test]
fn the_same_word_is_named_once_whatever_its_gender_or_umlauts() {
    check("Ärzte, Ärzte für Bürger:innen", "Aerzte für Bürgerinnen", &["Ärzte", "Bürger"]);
}

#[test]
fn words_in_haste_and_parts_of_words_look_alike() {
    check("Hochwaser", "Hochwasser", &["Hochwaser looks like Hochwasser"]);
    check("Kataster", "Brunnenkataster", &["Kataster looks like Brunnenkataster"]);
}

#[test]
fn what_says_little_comes_last() {
    check("Digitale Schule", "Schulen digital", &["Schule means Schulen", "Digitale means digital"]);
}

#[test]
fn words_of_one_field_are_near() {
    check("Hausarzt", "Dentists wanted", &["Hausarzt is near Dentists"]);
}

#[test]
fn other_topics_share_nothing() {
    check("Digitale Bürgerdienste", "Freibad retten", &[]);
}

#[test]
fn a_fact_has_a_kind_on_the_wire() {
    let fact = Shared::Meaning { here: "Bus".into(), there: "buses".into() };
    let json = serde_json::to_string(&fact).unwrap();
    assert_eq!(json, r#"{"kind":"meaning","here":"Bus","there":"buses"}"#);
}

#[test]
fn facts_are_bounded() {
    let glossary = Glossary::read(&[]).unwrap();
    let text = "eins zwei drei vier fünf sechs sieben acht";
    let pieces = topic_pieces(&glossary, text, "");
    assert_eq!(shared(&glossary, &pieces, &pieces).len(), SHARED_MAX);
}
