//! What wall and phones show.

use tafelrunde_protocol::command::{Phase, Scene, Surface};
use tafelrunde_protocol::ids::{SlotId, Timestamp};
use tafelrunde_protocol::limits::NOTICE_CHARS_MAX;
use tafelrunde_protocol::rejection::Rejection;

use super::{Context, Decision, unknown};
use crate::cafe::Cafe;
use crate::event::Event;
use crate::text::{self, Field};

const NOTICE: Field = Field { name: "text", chars_max: NOTICE_CHARS_MAX };

/// Moves the day to a slot; its planned length counts from now.
pub fn enter_slot(cafe: &Cafe, ctx: Context<'_>, slot: SlotId) -> Decision {
    let minutes = cafe.settings.slot(&slot).ok_or_else(|| unknown("slot"))?.minutes;
    let ends_at = Timestamp(ctx.now.0 + i64::from(minutes) * 60_000);
    Ok(vec![Event::SlotEntered { slot, at: ctx.now, ends_at }])
}

/// Puts a scene on a surface. A draft cannot be shown: phones do not have it.
pub fn show_scene(cafe: &Cafe, on: Surface, scene: Scene) -> Decision {
    let scene = match scene {
        Scene::Poll { poll } => {
            let phase = cafe.polls.get(&poll).ok_or_else(|| unknown("poll"))?.phase;
            if phase == Phase::Draft {
                return Err(Rejection::WrongPhase { phase });
            }
            Scene::Poll { poll }
        }
        Scene::Slot { slot } if cafe.settings.slot(&slot).is_none() => return Err(unknown("slot")),
        Scene::Notice { text } => Scene::Notice { text: text::line(NOTICE, &text)? },
        other => other,
    };
    let mut after = cafe.stage.clone();
    after.show(on, scene.clone());
    if after == cafe.stage { Ok(Vec::new()) } else { Ok(vec![Event::SceneShown { on, scene }]) }
}
