//! What holds for all topics: alike is alike both ways, the order of topics does not matter, an index that grew
//! answers like one made afresh, odd texts are harmless.

use tafelrunde_core::twins::glossary::{BUILT_IN, Glossary};
use tafelrunde_core::twins::index::Index;
use tafelrunde_core::twins::search::{
    PAIRS_MAX, Pair, SUGGESTIONS_MAX, Similarity, Suggestion, pairs, suggest,
};
use tafelrunde_protocol::ids::TopicId;

const TITLES: &str = include_str!("twins/tuning.txt");

fn id(number: usize) -> TopicId {
    TopicId::new(&format!("t{number}")).expect("a letter and digits")
}

fn titles() -> Vec<(TopicId, &'static str, &'static str)> {
    let lines = TITLES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let parts = lines.map(|line| line.split_once(" | ").unwrap_or((line, "")));
    parts.enumerate().map(|(number, (title, text))| (id(number), title, text)).collect()
}

fn empty() -> Index {
    Index::new(Glossary::read(&[BUILT_IN]).expect("the list is within its bounds"))
}

fn index<'a>(topics: impl IntoIterator<Item = &'a (TopicId, &'static str, &'static str)>) -> Index {
    let mut index = empty();
    for (topic, title, text) in topics {
        index.set(topic, title, text);
    }
    index
}

/// Everything that an index can be asked.
fn answers(index: &Index) -> (Vec<Pair>, Vec<Vec<Suggestion>>) {
    let suggestions = titles().iter().map(|(_, title, _)| suggest(index, title, SUGGESTIONS_MAX)).collect();
    (pairs(index, Similarity(1), PAIRS_MAX), suggestions)
}

#[test]
fn the_order_in_which_topics_come_does_not_matter() {
    let topics = titles();
    assert_eq!(answers(&index(&topics)), answers(&index(topics.iter().rev())));
}

#[test]
fn an_index_that_grew_answers_like_one_made_afresh() {
    let topics = titles();
    let seed: usize = 7;
    println!("seed {seed}");
    let mut grown = empty();
    for step in 0..600 {
        let number = (step * step * 31 + step * seed) % topics.len();
        let (topic, title, text) = &topics[number];
        match step % 3 {
            0 => grown.remove(topic),
            1 => grown.set(topic, title, text),
            _ => grown.set(topic, text, title),
        }
    }
    for (topic, title, text) in topics.iter().skip(10) {
        grown.set(topic, title, text);
    }
    for (topic, _, _) in &topics[..10] {
        grown.remove(topic);
    }
    assert_eq!(grown.len(), topics.len() - 10);
    assert_eq!(answers(&grown), answers(&index(&topics[10..])));
}

#[test]
fn a_pair_is_as_alike_as_its_mirror_image() {
    let topics = titles();
    let there = pairs(&index(&topics), Similarity(1), PAIRS_MAX);
    let last = topics.len() - 1;
    let mirrored: Vec<_> =
        topics.iter().enumerate().map(|(number, topic)| (id(last - number), topic.1, topic.2)).collect();
    let back = pairs(&index(&mirrored), Similarity(1), PAIRS_MAX);
    let ranks = |pairs: &[Pair]| pairs.iter().map(|pair| pair.similarity).collect::<Vec<_>>();
    assert_eq!(ranks(&there), ranks(&back));
}

#[test]
fn what_two_suggestions_say_of_each_other_is_the_same() {
    let topics: Vec<_> = titles().into_iter().map(|(topic, title, _)| (topic, title, "")).collect();
    let index = index(&topics);
    // The point says that the last word is finished.
    let typed = topics.iter().map(|topic| format!("{}.", topic.1));
    let found: Vec<Vec<Suggestion>> = typed.map(|title| suggest(&index, &title, SUGGESTIONS_MAX)).collect();
    for (number, suggestions) in found.iter().enumerate() {
        for suggestion in suggestions {
            let other = topics.iter().position(|topic| topic.0 == suggestion.topic).unwrap();
            let back = found[other].iter().find(|back| back.topic == id(number));
            assert!(back.is_none_or(|back| back.similarity == suggestion.similarity));
        }
    }
}

#[test]
fn the_same_title_is_entirely_alike_whatever_the_texts() {
    let mut index = index(&titles());
    index.set(&id(900), "Öffentliche Toiletten", "Am Bahnhof und im Park.");
    index.set(&id(901), "OEFFENTLICHE TOILETTEN!", "Wer reinigt sie?");
    assert_eq!(suggest(&index, "öffentliche  toiletten", 1)[0].similarity, Similarity(1000));
    let pairs = pairs(&index, Similarity(1000), PAIRS_MAX);
    assert!(pairs.iter().any(|pair| [&pair.first, &pair.second] == [&id(900), &id(901)]));
}

#[test]
fn an_empty_index_and_empty_texts_have_no_twins() {
    assert_eq!(suggest(&empty(), "Bus", 3), []);
    assert_eq!(pairs(&empty(), Similarity(0), 3), []);
    let mut index = empty();
    index.set(&id(1), "", "");
    index.set(&id(2), "🎉", "a");
    index.set(&id(3), "?", "\u{0}\u{202E}");
    for typed in ["", " ", "🎉", "a", "der die das", "\u{FDFA}"] {
        assert_eq!(suggest(&index, typed, 3), []);
    }
    assert_eq!(pairs(&index, Similarity(0), 3), []);
}

#[test]
fn answers_are_bounded_when_everything_is_the_same() {
    let mut index = empty();
    for number in 0..300 {
        index.set(&id(number), "Bus", "");
    }
    assert_eq!(suggest(&index, "Bus", usize::MAX).len(), SUGGESTIONS_MAX);
    let found = pairs(&index, Similarity(1), usize::MAX);
    assert_eq!(found.len(), PAIRS_MAX);
    assert_eq!([&found[0].first, &found[0].second], [&id(0), &id(1)]);
    assert_eq!(pairs(&index, Similarity(1), 0), []);
}

#[test]
fn ten_thousand_characters_count_as_much_as_a_title_may_have() {
    let long = "Leerstand ".repeat(1_000);
    let mut index = empty();
    index.set(&id(1), &long, &long);
    index.set(&id(2), &"\u{FDFA}".repeat(10_000), &"ä-".repeat(5_000));
    assert_eq!(suggest(&index, &long, 3)[0].similarity, Similarity(1000));
    assert_eq!(suggest(&index, &format!("Bus {}Zug", " ".repeat(10_000)), 3), []);
}
