//! Tafelrunde: a real-time session server for World-Café days.
//!
//! ```text
//! edge (HTTP, WebSocket, long polling) → registry → room (one per café) → journal
//!                  ▲                                  │
//!                  └────────── hub (boards) ◀─────────┘
//! ```
//!
//! Rules are in `tafelrunde-core`, the wire in `tafelrunde-protocol`. Dependencies point one way: the room
//! knows hub and journal, the edge knows the room, nobody knows the edge.

pub mod cli;
pub mod config;
pub mod server;

pub mod edge;
pub mod registry;
pub mod room;

pub mod hub;
pub mod journal;

pub mod create;
pub mod demo;
pub mod template;
pub mod verify;

pub mod clock;
pub mod health;
pub mod library;
pub mod listener;
pub mod qr;
pub mod secrets;
pub mod stage_runtime;
pub mod telemetry;
