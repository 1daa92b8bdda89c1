//! What lists of words may say, and how words of texts are found in them.

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
fn short_parts_are_known_where_all_of_the_word_is() {
    let glossary = Glossary::read(&["Rad, bike\nVerleih, hire\nWald, woods"]).unwrap();
    let [rad, verleih, wald] = ["Rad", "Verleih", "Wald"].map(|word| meaning(&glossary, word).unwrap());
    assert_eq!(glossary.parts_of("radverleih"), [rad, verleih]);
    assert_eq!(glossary.parts_of("waldradverleih"), [wald, rad, verleih]);
    assert_eq!(glossary.parts_of("radieschen"), []);
}

#[test]
fn typing_errors_are_passed_over_in_long_words() {
    let glossary = Glossary::read(&["Feuerwehr\nGlasfaserausbau\nBachlauf\nBachlaub\nRadweg"]).unwrap();
    let feuerwehr = meaning(&glossary, "Feuerwehr");
    for typed in ["feuerwer", "feuerwehrr", "feuewehr", "feuerwher", "feuerwahr"] {
        assert_eq!(glossary.misspelled(typed), feuerwehr, "{typed}");
    }
    assert_eq!(glossary.misspelled("feurwher"), None, "two errors are too many for so few letters");
    assert_eq!(glossary.misspelled("glassfaserausbua"), meaning(&glossary, "Glasfaserausbau"));
    assert_eq!(glossary.misspelled("bachlauk"), None, "two meanings are as near");
    assert_eq!(glossary.misspelled("radwg"), None, "among short words too many are near");
    assert_eq!(glossary.misspelled("keuerwehr"), None, "the first letter must be right");
    assert_eq!(glossary.misspelled(""), None);
}

#[test]
fn an_unfinished_word_means_what_it_may_become() {
    let glossary =
        Glossary::read(&["Leerstand\nFeuerwehr\nFeuerwerk\nPark\nParkplatz\nParkour\nParkett"]).unwrap();
    let leerstand = meaning(&glossary, "Leerstand").unwrap();
    assert_eq!(glossary.begun("leer"), [leerstand]);
    assert_eq!(glossary.begun("lee"), []);
    assert_eq!(glossary.begun("feuerw").len(), 2);
    assert_eq!(glossary.begun("park"), [], "it may become too much");
}

#[test]
fn lines_below_a_heading_are_of_one_field() {
    let built_in = "~ neu\n[Ärzte]\nHausarzt, GP\nHebamme\n[Wald]\nForst";
    let own = "Forst, Hain\nZirkus\n[Ärzte]\nBader\n[]\nQuelle";
    let glossary = Glossary::read(&[built_in, own]).unwrap();
    let field = |word| glossary.field_of(meaning(&glossary, word).unwrap());
    assert_eq!(field("Hausarzt"), field("Hebamme"));
    assert_eq!(field("Hausarzt"), field("Bader"));
    assert_eq!(field("Hain"), field("Forst"));
    assert_ne!(field("Forst"), field("Hebamme"));
    assert_eq!(["neu", "Zirkus", "Quelle"].map(field), [None; 3]);
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
    for line in BUILT_IN.lines().filter(|line| !line.starts_with(['#', '['])) {
        let unique: BTreeSet<String> = phrases(line.trim_start_matches('~')).collect();
        for phrase in unique {
            if let Some(first) = lines.insert(phrase.clone(), line) {
                twice.push(format!("{phrase}: {first} / {line}"));
            }
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}
