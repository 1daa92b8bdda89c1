//! How many true twins are found among titles as people type them, and how many false alarms there are. The
//! titles and what they are for: `twins/README.md`. Figures are printed: `cargo test -p tafelrunde-core --test
//! twins_recall -- --nocapture`.

use std::collections::{BTreeMap, BTreeSet};
use tafelrunde_core::twins::glossary::{BUILT_IN, Glossary};
use tafelrunde_core::twins::index::Index;
use tafelrunde_core::twins::search::{PAIR_LEAST, PAIRS_MAX, Similarity, pairs, suggest};
use tafelrunde_protocol::ids::TopicId;

const TUNING: &str = include_str!("twins/tuning.txt");
const HELD_OUT: &str = include_str!("twins/held_out.txt");
const THIRD: &str = include_str!("twins/third.txt");
const SAMPLE_DAY: &str = include_str!("../../tafelrunde/templates/zukunftsmesse.toml");

/// Of the true twins, so many must be among three suggestions.
const RECALL_LEAST: f64 = 0.8;
/// The same while only half of the last word is typed.
const UNFINISHED_LEAST: f64 = 0.75;
/// Of the pairs that a moderator sees, so many must be twins: what letters alone reached before.
const PRECISION_LEAST: f64 = 0.66;
/// Twins on the sample day, by the beginnings of their titles. Its titles were written for something else.
const SAMPLE_DAY_TWINS: [[&str; 2]; 5] = [
    ["Das Rathaus auf dem Handy", "Bürgerdienste auf dem Smartphone"],
    ["Hausarzt gesucht", "Kommunales MVZ"],
    ["Leerstand im Ortskern", "Leere Ladenlokale"],
    ["Bürgerbus auf Abruf", "On-Demand-Bus"],
    ["Starkregen", "Hochwasser und Sturzfluten"],
];

struct Line {
    id: TopicId,
    kind: &'static str,
    group: (&'static str, usize),
    title: &'static str,
    text: &'static str,
}

/// The lines of a file, with ids that do not depend on the groups.
fn read(file: &'static str, name: &'static str) -> Vec<Line> {
    let (mut lines, mut kind, mut group) = (Vec::new(), "", 0);
    for (number, line) in file.lines().enumerate() {
        if let Some(heading) = line.strip_prefix("## ") {
            kind = heading;
        }
        if line.is_empty() || line.starts_with("##") || kind == "alone" {
            group += 1;
        }
        if line.is_empty() || line.starts_with("##") {
            continue;
        }
        let (title, text) = line.split_once(" | ").unwrap_or((line, ""));
        let id = TopicId::new(&format!("{name}{:03}", number * 89 % 1000)).expect("a letter and digits");
        lines.push(Line { id, kind, group: (name, group), title, text });
    }
    lines
}

fn index(lines: &[&Line], glossary: &[&str]) -> Index {
    let mut index = Index::new(Glossary::read(glossary).expect("the list is within its bounds"));
    for line in lines {
        index.set(&line.id, line.title, line.text);
    }
    index
}

/// Types the title of every line that has a twin, while all other lines are in the index.
fn recall(name: &str, lines: &[&Line], glossary: &[&str], typed: fn(&str) -> &str) -> f64 {
    let mut index = index(lines, glossary);
    let mut by_kind: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.kind != "alone") {
        index.remove(&line.id);
        let suggestions = suggest(&index, typed(line.title), 3);
        let twins: BTreeSet<&TopicId> = twins_of(line, lines);
        let place = suggestions.iter().position(|suggestion| twins.contains(&suggestion.topic));
        let counts = by_kind.entry(line.kind).or_default();
        counts[0] += usize::from(place.is_some());
        counts[1] += usize::from(place == Some(0));
        counts[2] += 1;
        if place.is_none() {
            println!("  {name}, missed: {}", typed(line.title));
        }
        index.set(&line.id, line.title, line.text);
    }
    let sum = |column: usize| by_kind.values().map(|counts| counts[column]).sum::<usize>();
    let [among_three, first, all] = [0, 1, 2].map(sum);
    let share = among_three as f64 / all as f64;
    println!("{name}: {among_three} of {all} among three ({share:.3}), {first} first; by kind {by_kind:?}");
    share
}

fn whole(title: &str) -> &str {
    title
}

/// Without the second half of the last word, of which at least four letters stay.
fn unfinished(title: &str) -> &str {
    let title = title.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = title.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(title);
    let begin = title.len() - last.len();
    let kept = (last.chars().count() / 2).max(4);
    let end = last.char_indices().nth(kept).map_or(title.len(), |(place, _)| begin + place);
    &title[..end]
}

fn twins_of<'a>(line: &Line, lines: &[&'a Line]) -> BTreeSet<&'a TopicId> {
    let twins = lines.iter().filter(|other| other.group == line.group && other.id != line.id);
    twins.map(|other| &other.id).collect()
}

/// Of the pairs from the threshold on, how many are twins; and how many of all twins these are.
fn precision(name: &str, lines: &[&Line], glossary: &[&str], least: Similarity) -> (f64, f64) {
    let index = index(lines, glossary);
    let by_id: BTreeMap<&TopicId, &Line> = lines.iter().map(|line| (&line.id, *line)).collect();
    let found = pairs(&index, least, PAIRS_MAX);
    let mut twins = 0;
    for pair in &found {
        let [first, second] = [&pair.first, &pair.second].map(|id| by_id[id]);
        if first.group == second.group {
            twins += 1;
        } else if least == PAIR_LEAST {
            println!("  {name}, false alarm {}: {} / {}", pair.similarity.0, first.title, second.title);
        }
    }
    let all = lines.iter().map(|line| twins_of(line, lines).len()).sum::<usize>() / 2;
    let (precision, recall) = (f64::from(twins) / found.len() as f64, f64::from(twins) / all as f64);
    println!(
        "{name} from {}: {twins} of {} are twins ({precision:.3}), of {all} twins {recall:.3}",
        least.0,
        found.len()
    );
    (precision, recall)
}

/// The topics of the sample day's template.
fn read_sample_day() -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, block) in SAMPLE_DAY.split("[[topic]]").skip(1).enumerate() {
        let mut values = block.lines().filter_map(|line| line.split_once(" = "));
        let mut value = |name| {
            values
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.trim_matches('"'))
                .expect("a topic has a title and a text")
        };
        let (title, text) = (value("title"), value("text"));
        let twins =
            SAMPLE_DAY_TWINS.iter().position(|pair| pair.iter().any(|begin| title.starts_with(begin)));
        let (kind, group) = twins.map_or(("alone", 100 + number), |pair| ("words", pair));
        let id = TopicId::new(&format!("s{number}")).expect("a letter and digits");
        lines.push(Line { id, kind, group: ("s", group), title, text });
    }
    assert_eq!(lines.iter().filter(|line| line.kind == "words").count(), 2 * SAMPLE_DAY_TWINS.len());
    lines
}

fn check(name: &str, lines: &[Line], recall_least: f64) {
    let lines: Vec<&Line> = lines.iter().collect();
    recall(&format!("{name}, without glossary"), &lines, &[], whole);
    let share = recall(name, &lines, &[BUILT_IN], whole);
    let share_unfinished = recall(&format!("{name}, unfinished"), &lines, &[BUILT_IN], unfinished);
    for least in [400, 450, 500, 600].map(Similarity) {
        precision(name, &lines, &[BUILT_IN], least);
    }
    let (of_pairs, _) = precision(name, &lines, &[BUILT_IN], PAIR_LEAST);
    assert!(share >= recall_least, "{name}: {share:.3} of the twins are among three");
    assert!(share_unfinished >= UNFINISHED_LEAST, "{name}: {share_unfinished:.3} with half a last word");
    assert!(of_pairs >= PRECISION_LEAST, "{name}: {of_pairs:.3} of the pairs are twins");
}

#[test]
fn most_twins_of_the_tuning_half_are_among_three_suggestions() {
    check("tuning half", &read(TUNING, "t"), RECALL_LEAST);
}

#[test]
fn most_twins_of_the_held_out_half_are_among_three_suggestions() {
    check("held-out half", &read(HELD_OUT, "h"), RECALL_LEAST);
}

#[test]
fn most_twins_of_both_halves_in_one_cafe_are_among_three_suggestions() {
    let mut lines = read(TUNING, "t");
    lines.extend(read(HELD_OUT, "h"));
    check("both halves", &lines, RECALL_LEAST);
}

#[test]
fn most_twins_of_the_third_set_are_among_three_suggestions() {
    check("third set", &read(THIRD, "x"), RECALL_LEAST);
}

#[test]
fn most_twins_of_three_sets_in_one_cafe_are_among_three_suggestions() {
    let mut lines = read(TUNING, "t");
    lines.extend(read(HELD_OUT, "h"));
    lines.extend(read(THIRD, "x"));
    check("three sets", &lines, RECALL_LEAST);
}

#[test]
fn most_twins_of_the_sample_day_are_among_three_suggestions() {
    check("sample day", &read_sample_day(), RECALL_LEAST);
}
