//! Every scenario, against the core and over real sockets.

use tafelrunde_tests::core_world::CoreWorld;
use tafelrunde_tests::scenario::{World, parse};
use tafelrunde_tests::socket_world::SocketWorld;

fn run(text: &str, over_sockets: bool) {
    let mut failures = Vec::new();
    let scenarios = parse(text);
    assert!(!scenarios.is_empty());
    for scenario in scenarios {
        if over_sockets && scenario.needs_time {
            continue;
        }
        let mut world: Box<dyn World> =
            if over_sockets { Box::new(SocketWorld::default()) } else { Box::new(CoreWorld::default()) };
        failures.extend(scenario.run(world.as_mut()).err());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

macro_rules! scenarios {
    ($($file:ident),*) => {$(
        mod $file {
            const TEXT: &str = include_str!(concat!("../scenarios/", stringify!($file), ".txt"));

            #[test]
            fn hold_in_the_core() {
                super::run(TEXT, false);
            }

            #[test]
            fn hold_over_sockets() {
                super::run(TEXT, true);
            }
        }
    )*};
}

scenarios!(people, polls, topics, selection, stage);
