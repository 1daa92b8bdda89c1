//! Tests of the selection rules, by what they are held against.

mod reference;

mod generated;
mod literature;
mod properties;
mod reasons;
