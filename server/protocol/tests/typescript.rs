//! Writes the wire types as TypeScript, and fails when the committed file differs.
//!
//! `UPDATE_TYPES=1 cargo test -p tafelrunde-protocol` (or `make types`) rewrites the file.

use std::path::Path;
use tafelrunde_protocol::{
    command as c, document as d, ids as i, limits, message as m, query as q, rejection as r, selection as s,
    topic as t,
};
use ts_rs::{Config, TS};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web-client/src/core/protocol.gen.ts");

fn declarations() -> Vec<String> {
    let config = Config::default();
    macro_rules! of {
        ($($type:ty),* $(,)?) => { vec![$(<$type as TS>::decl(&config)),*] };
    }
    of![
        i::PollId,
        i::TopicId,
        i::SlotId,
        i::ThemeId,
        i::CommandId,
        i::CafeCode,
        i::ParticipantId,
        i::OptionId,
        i::Timestamp,
        i::Revision,
        i::Version,
        c::Command,
        c::Profile,
        c::Affiliation,
        t::TopicDraft,
        t::Hosting,
        c::PollDraft,
        c::PollKind,
        c::Results,
        c::Phase,
        t::Proposals,
        t::TopicRules,
        t::Review,
        t::TopicBallotKind,
        t::TopicVersion,
        t::TopicEditor,
        c::Surface,
        c::Scene,
        d::CafeDocument,
        d::ThemeDocument,
        d::OrganisationsDocument,
        d::OrganisationGroup,
        d::ProgrammeDocument,
        d::SlotDocument,
        d::SlotKind,
        d::StageDocument,
        d::CrowdDocument,
        d::PersonDocument,
        d::TopicsDocument,
        d::TopicDocument,
        t::TopicStanding,
        d::SupportDocument,
        d::TurnoutDocument,
        d::PollDocument,
        d::OptionDocument,
        d::TallyDocument,
        d::MyProfileDocument,
        d::MyBallotDocument,
        d::MyTopicBallotDocument,
        d::MyTopicsDocument,
        d::MyTopic,
        d::GlossaryDocument,
        s::SelectionRule,
        s::SelectionTerms,
        s::Hand,
        s::SelectionTermsDocument,
        s::SelectionDocument,
        s::ElectedTopic,
        s::Paid,
        s::Grounds,
        s::WaitingTopic,
        s::Served,
        s::OtherSelection,
        s::Certificate,
        s::Witness,
        s::WildCardTopic,
        s::AdoptedDocument,
        s::AdoptedTopic,
        q::Query,
        q::SimilarTopics,
        q::SimilarTopic,
        q::Shared,
        q::SimilarPairs,
        q::SimilarPair,
        q::NextCards,
        q::SelectionPreview,
        r::Rejection,
        m::ClientMessage,
        m::Hello,
        m::Role,
        m::Cursor,
        m::CommandMessage,
        m::QueryMessage,
        m::ClockRequest,
        m::ServerMessage<()>,
        m::Welcome,
        m::Snapshot<()>,
        m::Update<()>,
        m::Personal<()>,
        m::Ack,
        m::QueryAnswer<()>,
        m::Rejected,
        m::Clock,
        m::ProtocolError,
        m::ErrorCode,
        m::Bye,
        m::ByeReason,
        m::ExchangeRequest,
        m::ExchangeResponse<()>,
    ]
}

fn bounds() -> String {
    let named = [
        ("protocol", usize::from(limits::PROTOCOL)),
        ("messageBytesMax", limits::MESSAGE_BYTES_MAX),
        ("inFlightMax", limits::IN_FLIGHT_MAX),
        ("nameCharsMax", limits::NAME_CHARS_MAX),
        ("organisationCharsMax", limits::ORGANISATION_CHARS_MAX),
        ("titleCharsMax", limits::TITLE_CHARS_MAX),
        ("textCharsMax", limits::TEXT_CHARS_MAX),
        ("topicsPerPersonMax", usize::from(limits::TOPICS_PER_PERSON_MAX)),
        ("approvalsMax", limits::APPROVALS_MAX),
        ("skipsMax", limits::SKIPS_MAX),
        ("pointsMax", usize::from(limits::POINTS_MAX)),
        ("scoreMax", usize::from(limits::SCORE_MAX)),
        ("placesMax", usize::from(limits::PLACES_MAX)),
        ("glossaryCharsMax", limits::GLOSSARY_CHARS_MAX),
        ("questionCharsMax", limits::QUESTION_CHARS_MAX),
        ("optionCharsMax", limits::OPTION_CHARS_MAX),
        ("optionsMin", limits::OPTIONS_MIN),
        ("optionsMax", limits::OPTIONS_MAX),
        ("pollSecondsMax", limits::POLL_SECONDS_MAX as usize),
        ("noticeCharsMax", limits::NOTICE_CHARS_MAX),
    ];
    let lines: Vec<String> = named.iter().map(|(name, value)| format!("  {name}: {value},")).collect();
    format!("export const limits = {{\n{}\n}} as const;\n", lines.join("\n"))
}

#[test]
fn the_typescript_types_are_those_of_the_protocol() {
    let mut text = String::from("// Generated from server/protocol by `make types`. Do not edit.\n\n");
    for declaration in declarations() {
        text.push_str(&format!("export {declaration}\n\n"));
    }
    text.push_str(&bounds());

    if std::env::var_os("UPDATE_TYPES").is_some() {
        let folder = Path::new(FILE).parent().expect("the file lies in a folder");
        std::fs::create_dir_all(folder).expect("the folder can be made");
        std::fs::write(FILE, &text).expect("the file can be written");
    }
    let committed = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(committed == text, "web-client/src/core/protocol.gen.ts is out of date: run `make types`");
}
