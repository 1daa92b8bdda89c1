//! What counts as the same spelling.

use super::*;

fn folded(text: &str) -> Vec<String> {
    words(text, 200).into_iter().map(|word| word.folded).collect()
}

#[test]
fn umlauts_may_be_typed_in_three_ways() {
    assert_eq!(folded("Ärzte Aerzte Arzte"), ["arzte", "arzte", "arzte"]);
    assert_eq!(folded("Straße STRASSE Strasse"), ["strasse", "strasse", "strasse"]);
    assert_eq!(folded("neue Bauern, Quelle"), ["neue", "bauern", "quelle"]);
}

#[test]
fn forms_for_women_and_men_are_one() {
    let forms = "Bürger:innen Bürger*innen Bürger_in BürgerInnen Bürger/-innen Bürgerinnen Bürger";
    assert_eq!(folded(forms), ["burger"; 7]);
    assert_eq!(folded("gewinnen, beginnen, innen"), ["gewinnen", "beginnen", "innen"]);
}

#[test]
fn short_parts_stay_with_their_hyphen() {
    assert_eq!(folded("Co-Working E-Bike On-Demand-Bus"), ["coworking", "ebike", "ondemand", "bus"]);
}

#[test]
fn words_that_say_nothing_are_left_out() {
    assert_eq!(folded("Wie können wir den Bus für alle retten?"), ["bus", "retten"]);
}

#[test]
fn endings_are_taken_off_long_words_only() {
    let stems: Vec<String> =
        words("Schulen Busse Läden Rad", 200).into_iter().map(|word| word.stem).collect();
    assert_eq!(stems, ["schul", "buss", "lade", "rad"]);
}

#[test]
fn stop_words_are_folded_and_sorted() {
    assert!(STOP_WORDS.is_sorted());
    assert!(STOP_WORDS.iter().all(|word| fold(word) == *word));
}

#[test]
fn odd_texts_have_few_or_no_words() {
    assert_eq!(folded(""), [""; 0]);
    assert_eq!(folded("🎉🎉 a – !"), [""; 0]);
    assert_eq!(folded(&"x".repeat(10_000)), ["x".repeat(WORD_CHARS_MAX)]);
}
