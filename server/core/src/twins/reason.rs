//! Why two topics were found alike, as facts and not as a sentence, so that every client can say it in its own
//! language. Facts are found in the texts again when an answer is given: an index of reasons would be large.

use super::glossary::{Field, Glossary};
use super::pieces::{Known, Piece, text_pieces, title_pieces};
use super::terms::trigrams;
use std::collections::BTreeSet;
pub use tafelrunde_protocol::query::Shared;

/// The most facts that are named for one pair.
pub const SHARED_MAX: usize = 5;

/// What two topics share: first what says much, then what says little; within these in the order of the first.
/// Titles and texts are compared with each other, each word at most once.
pub fn shared(glossary: &Glossary, here: &[Piece], there: &[Piece]) -> Vec<Shared> {
    let mut named: BTreeSet<String> = BTreeSet::new();
    let (mut much, mut little) = (Vec::new(), Vec::new());
    for piece in here {
        if much.len() == SHARED_MAX {
            break;
        }
        let found =
            there.iter().filter_map(|other| compare(glossary, piece, other)).min_by_key(|(rank, _)| *rank);
        if let Some((_, shared)) = found
            && named.insert(folded(piece))
        {
            let is_faint = piece.meanings().iter().any(|meaning| glossary.is_faint(*meaning));
            if is_faint { little.push(shared) } else { much.push(shared) }
        }
    }
    much.extend(little);
    much.truncate(SHARED_MAX);
    much
}

/// All pieces of a topic, those of the title first.
pub fn topic_pieces(glossary: &Glossary, title: &str, text: &str) -> Vec<Piece> {
    let mut all = title_pieces(glossary, title);
    all.extend(text_pieces(glossary, text));
    all
}

/// What two pieces share, the strongest first in rank.
fn compare(glossary: &Glossary, here: &Piece, there: &Piece) -> Option<(u8, Shared)> {
    let shown = (here.shown(), there.shown());
    let (folded_here, folded_there) = (folded(here), folded(there));
    if folded_here == folded_there {
        return Some((0, Shared::Word { word: shown.0 }));
    }
    let is_whole = matches!((&here.known, &there.known), (Known::Whole(_), Known::Whole(_)));
    let mean_the_same = here.meanings().iter().any(|meaning| there.meanings().contains(meaning));
    let are_alike = are_spelled_alike(&folded_here, &folded_there);
    if mean_the_same && (is_whole || !are_alike) {
        return Some((if is_whole { 1 } else { 2 }, Shared::Meaning { here: shown.0, there: shown.1 }));
    }
    // What anybody can see is named before what the glossary found in parts of words.
    if are_alike {
        return Some((if mean_the_same { 2 } else { 3 }, Shared::Spelling { here: shown.0, there: shown.1 }));
    }
    let [fields_here, fields_there] = [here, there].map(|piece| fields(glossary, piece));
    let is_near = !fields_here.is_disjoint(&fields_there);
    is_near.then_some((4, Shared::Field { here: shown.0, there: shown.1 }))
}

fn fields(glossary: &Glossary, piece: &Piece) -> BTreeSet<Field> {
    piece.meanings().iter().filter_map(|meaning| glossary.field_of(*meaning)).collect()
}

fn folded(piece: &Piece) -> String {
    let folded: Vec<&str> = piece.words.iter().map(|word| word.folded.as_str()).collect();
    folded.join(" ")
}

/// At least half of the groups of three letters are common, or the shorter one is part of the longer.
fn are_spelled_alike(here: &str, there: &str) -> bool {
    let (short, long) = if here.len() <= there.len() { (here, there) } else { (there, here) };
    if short.len() >= 5 && long.contains(short) {
        return true;
    }
    let [here, there]: [BTreeSet<_>; 2] = [here, there].map(|text| trigrams(text).into_iter().collect());
    let common = here.intersection(&there).count();
    4 * common >= here.len() + there.len()
}

#[cfg(test)]
mod tests;
