//! The wire of Tafelrunde: what clients may say, what they may see, and every bound on both.
//!
//! The types live here once; `tests/typescript.rs` writes them as TypeScript for the web client and fails
//! when the committed file is out of date. Nothing here decides anything: rules are in `tafelrunde-core`.
//!
//! Reading order: [`ids`], [`limits`], [`topic`], [`selection`], [`command`], [`query`], [`document`],
//! [`rejection`], [`message`].

pub mod ids;
pub mod limits;

pub mod selection;
pub mod topic;

pub mod command;
pub mod document;
pub mod query;
pub mod rejection;

pub mod message;
