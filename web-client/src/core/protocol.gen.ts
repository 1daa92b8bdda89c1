// Generated from server/protocol by `make types`. Do not edit.

export type PollId = string;

export type TopicId = string;

export type SlotId = string;

export type ThemeId = string;

export type CommandId = string;

export type CafeCode = string;

export type ParticipantId = string;

export type OptionId = number;

export type Timestamp = number;

export type Revision = number;

export type Version = number;

export type Command = { "join": Profile } | { "cast_ballot": { 
/**
 * The poll.
 */
poll: PollId, 
/**
 * The chosen options, in any order, each once.
 */
choices: Array<OptionId>, 
/**
 * Larger than in every earlier ballot of this participant in this poll.
 */
revision: Revision, } } | { "withdraw_ballot": { 
/**
 * The poll.
 */
poll: PollId, 
/**
 * Larger than in every earlier ballot of this participant in this poll.
 */
revision: Revision, } } | { "propose_topic": { 
/**
 * Made by the client.
 */
topic: TopicId, 
/**
 * What the topic is.
 */
draft: TopicDraft, } } | { "cast_topic_ballot": { 
/**
 * All approved topics, each once; the empty list is a ballot too.
 */
approve: Array<TopicId>, 
/**
 * Larger than in every earlier topic ballot of this participant.
 */
revision: Revision, } } | { "enter_slot": { 
/**
 * The slot.
 */
slot: SlotId, } } | { "show_scene": { 
/**
 * Where.
 */
on: Surface, 
/**
 * What.
 */
scene: Scene, } } | { "draft_poll": { 
/**
 * Made by the client.
 */
poll: PollId, 
/**
 * What the poll asks.
 */
draft: PollDraft, } } | { "open_poll": { 
/**
 * The poll.
 */
poll: PollId, 
/**
 * The poll closes by itself after so many seconds.
 */
seconds: number | null, } } | { "close_poll": { 
/**
 * The poll.
 */
poll: PollId, } } | { "reveal_poll": { 
/**
 * The poll.
 */
poll: PollId, } } | { "delete_poll": { 
/**
 * The poll.
 */
poll: PollId, } } | { "set_proposals": { 
/**
 * Whether participants may propose.
 */
proposals: Proposals, } } | { "set_topic_vote": { 
/**
 * `draft` is not a target: votes once cast are not thrown away.
 */
phase: Phase, } } | { "edit_topic": { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * Its whole content.
 */
draft: TopicDraft, } } | { "hide_topic": { 
/**
 * The topic.
 */
topic: TopicId, } } | { "unhide_topic": { 
/**
 * The topic.
 */
topic: TopicId, } } | { "merge_topic": { 
/**
 * The topic that becomes a part.
 */
topic: TopicId, 
/**
 * The topic that stands for both.
 */
into: TopicId, } } | { "split_topic": { 
/**
 * The topic that was a part.
 */
topic: TopicId, } };

export type Profile = { 
/**
 * Display name.
 */
name: string, 
/**
 * Organisation, from the café's list or free text.
 */
organisation: string, 
/**
 * What the person is here for.
 */
role: Affiliation | null, };

export type Affiliation = "municipality" | "authority" | "start_up" | "academia" | "other";

export type TopicDraft = { 
/**
 * One line.
 */
title: string, 
/**
 * A few sentences, or nothing.
 */
text: string, 
/**
 * One of the café's themes.
 */
theme: ThemeId | null, 
/**
 * Whether the proposer would host a table.
 */
hosting: Hosting, };

export type Hosting = "willing" | "not_offered";

export type PollDraft = { 
/**
 * The question.
 */
question: string, 
/**
 * The options' texts, in order; each becomes the option with its index as number.
 */
options: Array<string>, 
/**
 * What an answer is.
 */
kind: PollKind, 
/**
 * When the counts are shown to participants and on the wall.
 */
results: Results, };

export type PollKind = { "kind": "single" } | { "kind": "multiple", 
/**
 * At least so many.
 */
min: number, 
/**
 * At most so many.
 */
max: number, };

export type Results = "on_reveal" | "live";

export type Phase = "draft" | "open" | "closed" | "revealed";

export type Proposals = "open" | "closed";

export type Surface = "wall" | "phones" | "everywhere";

export type Scene = { "kind": "lobby" } | { "kind": "topics" } | { "kind": "topic_vote" } | { "kind": "poll", 
/**
 * The poll.
 */
poll: PollId, } | { "kind": "slot", 
/**
 * The slot.
 */
slot: SlotId, } | { "kind": "notice", 
/**
 * The sentence.
 */
text: string, } | { "kind": "blank" };

export type CafeDocument = { 
/**
 * The join code.
 */
code: CafeCode, 
/**
 * The day's name in German or in the only language it has.
 */
title: string, 
/**
 * The day's name in English, or empty.
 */
title_en: string, 
/**
 * `2019-09-17`, or empty.
 */
date: string, 
/**
 * Where, or empty.
 */
venue: string, 
/**
 * IANA name of the venue's time zone.
 */
time_zone: string, 
/**
 * The themes under which topics are proposed, in order.
 */
themes: Array<ThemeDocument>, };

export type ThemeDocument = { 
/**
 * Its id.
 */
id: ThemeId, 
/**
 * Its name.
 */
title: string, };

export type OrganisationsDocument = { 
/**
 * Groups in order, each with its organisations in order.
 */
groups: Array<OrganisationGroup>, };

export type OrganisationGroup = { 
/**
 * The heading.
 */
title: string, 
/**
 * The names.
 */
names: Array<string>, };

export type ProgrammeDocument = { 
/**
 * In order.
 */
slots: Array<SlotDocument>, };

export type SlotDocument = { 
/**
 * Its id.
 */
id: SlotId, 
/**
 * Planned start as `09:30` in the venue's time zone.
 */
at: string, 
/**
 * Planned length.
 */
minutes: number, 
/**
 * What the stage shows by default.
 */
kind: SlotKind, 
/**
 * Its name.
 */
title: string, };

export type SlotKind = "lobby" | "polls" | "questions" | "topics" | "topic-vote" | "round" | "harvest" | "break" | "pitches" | "market" | "meetings" | "closing";

export type StageDocument = { 
/**
 * The slot that the day is in.
 */
slot: SlotId | null, 
/**
 * When that slot began.
 */
slot_began_at: Timestamp | null, 
/**
 * When that slot is planned to end.
 */
slot_ends_at: Timestamp | null, 
/**
 * The projector.
 */
wall: Scene, 
/**
 * The phones.
 */
phones: Scene, };

export type CrowdDocument = { 
/**
 * Participants who have taken a seat.
 */
joined: number, 
/**
 * Phones with a connection right now, whether they have taken a seat or not.
 */
online: number, 
/**
 * Joined participants by kind of organisation; who said nothing is not in it.
 */
by_role: Partial<Record<Affiliation, number>>, 
/**
 * Joined participants by organisation; who said nothing is not in it.
 */
by_organisation: Record<string, number>, };

export type PersonDocument = { 
/**
 * What they said about themselves.
 */
profile: Profile, };

export type TopicsDocument = { 
/**
 * Whether participants may propose.
 */
proposals: Proposals, 
/**
 * The topic vote.
 */
vote: Phase, };

export type TopicDocument = { 
/**
 * One line.
 */
title: string, 
/**
 * A few sentences, or empty.
 */
text: string, 
/**
 * One of the café's themes.
 */
theme: ThemeId | null, 
/**
 * Whether its proposer would host.
 */
hosting: Hosting, 
/**
 * Position in the order of proposing; lists are stable when sorted by it.
 */
order: number, 
/**
 * Topics that are part of this one.
 */
parts: Array<TopicId>, 
/**
 * Whether phones and wall have it.
 */
standing: TopicStanding, 
/**
 * Who proposed it; only on the moderators' board, and absent for topics of the template.
 */
proposer?: ParticipantId, };

export type TopicStanding = { "kind": "shown" } | { "kind": "hidden" } | { "kind": "merged", 
/**
 * The other.
 */
into: TopicId, };

export type SupportDocument = { 
/**
 * Supporters per topic; topics without any are not in it.
 */
counts: Record<TopicId, number>, 
/**
 * People with a ballot, empty ones included.
 */
ballots: number, };

export type TurnoutDocument = { 
/**
 * People with a ballot.
 */
ballots: number, 
/**
 * People who could: have joined, or had joined when it closed.
 */
joined: number, };

export type PollDocument = { 
/**
 * The question.
 */
question: string, 
/**
 * The options in order.
 */
options: Array<OptionDocument>, 
/**
 * What an answer is.
 */
kind: PollKind, 
/**
 * When counts are shown.
 */
results: Results, 
/**
 * Where it stands.
 */
phase: Phase, 
/**
 * When it closes by itself.
 */
closes_at: Timestamp | null, 
/**
 * Position in the order of drafting.
 */
order: number, };

export type OptionDocument = { 
/**
 * Its number.
 */
id: OptionId, 
/**
 * Its text.
 */
label: string, };

export type TallyDocument = { 
/**
 * How many ballots chose the option with this index.
 */
counts: Array<number>, 
/**
 * People with a ballot.
 */
ballots: number, };

export type MyProfileDocument = { 
/**
 * The participant's pseudonym.
 */
id: ParticipantId, 
/**
 * What they said about themselves, as it was stored.
 */
profile: Profile, };

export type MyBallotDocument = { 
/**
 * The poll.
 */
poll: PollId, 
/**
 * The chosen options in ascending order; `null` when the ballot was withdrawn.
 */
choices: Array<OptionId> | null, 
/**
 * The revision to be exceeded by the next change.
 */
revision: Revision, };

export type MyTopicBallotDocument = { 
/**
 * In ascending order of ids.
 */
approve: Array<TopicId>, 
/**
 * The revision to be exceeded by the next change.
 */
revision: Revision, };

export type MyTopicsDocument = { 
/**
 * In the order of proposing.
 */
proposed: Array<TopicId>, };

export type Rejection = { "code": "malformed", 
/**
 * Path of the field inside the message.
 */
field: string, 
/**
 * What was expected there.
 */
reason: string, } | { "code": "not_allowed" } | { "code": "not_joined" } | { "code": "cafe_full", 
/**
 * The largest number of participants.
 */
limit: number, } | { "code": "seat_taken" } | { "code": "unknown", 
/**
 * Which field names it.
 */
field: string, } | { "code": "id_taken", 
/**
 * Which field names it.
 */
field: string, } | { "code": "text_empty", 
/**
 * Which field.
 */
field: string, } | { "code": "text_too_long", 
/**
 * Which field.
 */
field: string, 
/**
 * The largest number of characters.
 */
limit: number, } | { "code": "too_few", 
/**
 * Of what.
 */
field: string, 
/**
 * The smallest number.
 */
limit: number, } | { "code": "too_many", 
/**
 * Of what.
 */
field: string, 
/**
 * The largest number.
 */
limit: number, } | { "code": "out_of_range", 
/**
 * Which field.
 */
field: string, 
/**
 * The smallest value.
 */
min: number, 
/**
 * The largest value.
 */
max: number, } | { "code": "duplicate", 
/**
 * Which field.
 */
field: string, } | { "code": "poll_not_open", 
/**
 * Where it stands.
 */
phase: Phase, } | { "code": "topic_vote_not_open", 
/**
 * Where it stands.
 */
phase: Phase, } | { "code": "wrong_phase", 
/**
 * Where it stands.
 */
phase: Phase, } | { "code": "proposals_closed" } | { "code": "superseded" } | { "code": "cannot_merge" } | { "code": "storage" } | { "code": "too_fast", 
/**
 * Messages per second that are accepted on average.
 */
limit: number, } | { "code": "try_again" };

export type ClientMessage = { "hello": Hello } | { "command": CommandMessage } | { "clock": ClockRequest };

export type Hello = { 
/**
 * [`PROTOCOL`](crate::limits::PROTOCOL).
 */
protocol: number, 
/**
 * The café.
 */
cafe: CafeCode, 
/**
 * What the client wants to be.
 */
as: Role, 
/**
 * The bearer token of that role. A participant makes one (at least 128 random bits, base64url) and keeps it.
 */
token: string, 
/**
 * What the client has of the board; absent: send all.
 */
resume: Cursor | null, };

export type Role = "participant" | "moderator" | "screen";

export type Cursor = { 
/**
 * Which life: changes when the server has forgotten older positions.
 */
epoch: string, 
/**
 * The client has everything up to here.
 */
version: Version, };

export type CommandMessage = { 
/**
 * Made by the client, unique for it.
 */
id: CommandId, 
/**
 * The wish.
 */
do: Command, };

export type ClockRequest = { 
/**
 * The client's clock in milliseconds; comes back unchanged.
 */
sent: number, };

export type ServerMessage<Doc> = { "welcome": Welcome } | { "snapshot": Snapshot<Doc> } | { "update": Update<Doc> } | { "personal": Personal<Doc> } | { "ack": Ack } | { "rejected": Rejected } | { "clock": Clock } | { "error": ProtocolError } | { "bye": Bye };

export type Welcome = { 
/**
 * The role on this connection.
 */
role: Role, 
/**
 * The participant's pseudonym, once joined or not; absent for other roles.
 */
participant?: ParticipantId, 
/**
 * The server's time.
 */
now: Timestamp, 
/**
 * Messages per second that this person may send on average.
 */
commands_per_second: number, };

export type Snapshot<Doc> = { 
/**
 * The life of the board.
 */
epoch: string, 
/**
 * The version.
 */
version: Version, 
/**
 * All documents by key.
 */
docs: { [key in string]: Doc }, };

export type Update<Doc> = { 
/**
 * The client has everything up to here; otherwise it reconnects without a cursor.
 */
from: Version, 
/**
 * And now up to here.
 */
version: Version, 
/**
 * Changed documents by key; `null`: gone.
 */
docs: { [key in string]: Doc | null }, };

export type Personal<Doc> = { 
/**
 * Changed documents by key; `null`: gone. After a `welcome`, all of them come in one message.
 */
docs: { [key in string]: Doc | null }, 
/**
 * Whether these are all: forget every other `me/` document.
 */
all?: boolean, };

export type Ack = { 
/**
 * Which command.
 */
id: CommandId, };

export type Rejected = { 
/**
 * Which command.
 */
id: CommandId, 
/**
 * Why.
 */
why: Rejection, };

export type Clock = { 
/**
 * As the client sent it.
 */
sent: number, 
/**
 * The server's clock when it answered.
 */
now: Timestamp, };

export type ProtocolError = { 
/**
 * Stable name.
 */
code: ErrorCode, 
/**
 * Which part of the message, or empty.
 */
field: string, 
/**
 * The limit that was passed, if it was a limit.
 */
limit?: number, 
/**
 * For developers, in English.
 */
reason: string, };

export type ErrorCode = "malformed" | "message_too_large" | "unexpected_message" | "unsupported_protocol" | "unknown_cafe" | "bad_token" | "too_many_connections" | "hello_timeout" | "cafe_unavailable" | "too_fast";

export type Bye = { 
/**
 * Why.
 */
reason: ByeReason, 
/**
 * Come back after a random time between half of this and this, in milliseconds; absent: do not come back by yourself.
 */
retry_ms?: number, };

export type ByeReason = "restart" | "reload" | "storage" | "refused";

export type ExchangeRequest = { 
/**
 * As on a socket, in every request.
 */
hello: Hello, 
/**
 * Commands to be decided.
 */
commands: Array<CommandMessage>, 
/**
 * How long the server may wait for something new, in milliseconds; at most 25,000. Zero: answer at once.
 */
wait_ms: number, 
/**
 * The tag of the personal documents that the client has.
 */
personal: string | null, };

export type ExchangeResponse<Doc> = { 
/**
 * As they would come over a socket.
 */
messages: Array<ServerMessage<Doc>>, 
/**
 * The tag of the personal documents that the client has after these messages.
 */
personal?: string, };

export const limits = {
  protocol: 1,
  messageBytesMax: 4096,
  inFlightMax: 64,
  nameCharsMax: 60,
  organisationCharsMax: 80,
  titleCharsMax: 120,
  textCharsMax: 600,
  topicsPerPersonMax: 5,
  approvalsMax: 100,
  questionCharsMax: 300,
  optionCharsMax: 120,
  optionsMin: 2,
  optionsMax: 50,
  pollSecondsMax: 86400,
  noticeCharsMax: 300,
} as const;
