//! Tests of questions, answers and tallies.

mod bounds;
mod examples;
mod groups;
mod histories;
mod samples;
