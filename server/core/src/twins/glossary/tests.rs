//! What lists of words may say.

use super::*;

fn meaning(glossary: &Glossary, text: &str) -> Option<Meaning> {
    let words = words(text, 200);
    glossary.phrase_at(&words).filter(|(_, count)| *count == words.len()).map(|(meaning, _)| meaning)
}

fn mean_the_same(glossary: &Glossary, one: &str, other: &str) -> bool {
    meaning(glossary, one).is_some() && meaning(glossary, one) == meaning(glossary, other)
}

#[test]
fn words_of_one_line_mean_the_same_whatever_their_endings() {
    let glossary = Glossary::read(&["Leerstand, leere Läden, empty shops"]).unwrap();
    assert!(mean_the_same(&glossary, "LEERSTÄNDE", "leerer Laden"));
    assert!(mean_the_same(&glossary, "Leerstand", "empty shop"));
    assert!(!mean_the_same(&glossary, "Leerstand", "shops"));
}

#[test]
fn a_cafes_own_line_joins_the_line_that_knows_one_of_its_words() {
    let glossary = Glossary::read(&["Bus, buses\nZug, train", "Bus, Postauto"]).unwrap();
    assert!(mean_the_same(&glossary, "Postauto", "buses"));
    assert!(!mean_the_same(&glossary, "Postauto", "train"));
}

#[test]
fn words_can_be_taken_out() {
    let glossary = Glossary::read(&["Park, Grünfläche, green space", "- Park"]).unwrap();
    assert_eq!(meaning(&glossary, "Park"), None);
    assert!(mean_the_same(&glossary, "Grünfläche", "green space"));
}

#[test]
fn words_can_be_made_to_count_for_less() {
    let glossary = Glossary::read(&["Feuerwehr, fire brigade", "~ Feuerwehr"]).unwrap();
    assert!(glossary.is_faint(meaning(&glossary, "fire brigade").unwrap()));
}

#[test]
fn long_words_are_known_by_their_parts() {
    let glossary = Glossary::read(&["Leerstand, vacancy\nInnenstadt, centre\nFest, party"]).unwrap();
    let leerstand = meaning(&glossary, "Leerstand").unwrap();
    let innenstadt = meaning(&glossary, "Innenstadt").unwrap();
    assert_eq!(glossary.parts_of("leerstandskataster"), [leerstand]);
    assert_eq!(glossary.parts_of("innenstadtleerstand"), [innenstadt, leerstand]);
    assert_eq!(glossary.parts_of("festung"), []);
}

#[test]
fn lists_are_bounded() {
    let long = format!("\n{}", "a".repeat(LINE_CHARS_MAX + 1));
    assert_eq!(Glossary::read(&[&long]), Err(GlossaryFault::LineTooLong(2)));
    let many = "a1, b1\n".repeat(LINES_MAX + 1);
    assert_eq!(Glossary::read(&[&many]), Err(GlossaryFault::TooManyLines));
}

#[test]
fn odd_lines_are_harmless() {
    let glossary = Glossary::read(&["# note\n\n~\n-\n,,,\n🎉, 🎈\nder, die, das\nalone\n- unknown"]).unwrap();
    assert_eq!(meaning(&glossary, "der"), None);
    assert!(meaning(&glossary, "alone").is_some());
}

#[test]
fn no_word_stands_in_two_lines_of_the_built_in_list() {
    let mut lines: BTreeMap<String, &str> = BTreeMap::new();
    let mut twice = Vec::new();
    for line in BUILT_IN.lines().filter(|line| !line.starts_with('#')) {
        let unique: BTreeSet<String> = phrases(line.trim_start_matches('~')).collect();
        for phrase in unique {
            if let Some(first) = lines.insert(phrase.clone(), line) {
                twice.push(format!("{phrase}: {first} / {line}"));
            }
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}
