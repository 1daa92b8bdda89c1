//! The rules of a café, and nothing but the rules.
//!
//! ```text
//! decide(cafe, actor, command) -> events | rejection
//! apply(cafe, event)           -> which documents changed
//! project(view, audience, key) -> document
//! ```
//!
//! The core knows no clock, no randomness, no network and no disk: times and tokens come in with the
//! command. The same events always give the same state, byte for byte. Its dependencies cannot do I/O, so
//! the compiler guards this.

pub mod actor;
pub mod event;
pub mod settings;
pub mod text;

pub mod lot;
pub mod people;
pub mod poll;
pub mod selecting;
pub mod stage;
pub mod topic;
pub mod twins;

pub mod cafe;

pub mod apply;
pub mod decide;
pub mod timers;

pub mod changes;
pub mod project;

pub mod forming;
pub mod query;

pub mod board;
pub mod recount;

mod exact;
pub mod ranking;
pub mod selection;

pub mod answers;

pub mod compute;
