//! Finds topics that wish for the same thing, in German and English, so that people can be asked whether they
//! do. It suggests and gives its reasons; it merges nothing, and it knows nothing of cafés, votes or hiding:
//! the caller keeps an index of the topics that stand. How it works in plain words: `docs/TWINS.md`.

pub mod glossary;
pub mod index;
pub mod reason;
pub mod search;

mod pieces;
mod terms;
mod weights;
mod words;
