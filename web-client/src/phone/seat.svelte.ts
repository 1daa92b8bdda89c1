// The participant's side of one café on this phone: the seat's token, own answers, own proposals, and the
// words for what was refused. It draws nothing.
import { Ballots, type Answer } from '../core/ballots';
import { Client, type Outcome } from '../core/client';
import { readStored, writeStored, type Environment } from '../core/environment';
import { newId, newToken } from '../core/ids';
import type { OptionId, PollId, Profile, TopicDraft, TopicId } from '../core/protocol.gen';
import { Live } from '../browser/live.svelte';
import { emptyTopicDraft, type Participation, type PendingTopic } from '../ui/participation';

function isDraft(value: unknown): value is TopicDraft {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string';
}

function seatToken(env: Environment, key: string): string {
  const known = env.storage.getItem(key);
  if (known !== null) return known;
  // Stored before it is ever sent: a seat whose token is lost is a vote that nobody can change any more.
  const token = newToken(env);
  env.storage.setItem(key, token);
  return token;
}

export class SeatKeeper implements Participation {
  readonly live: Live;
  readonly #client: Client;
  readonly #ballots: Ballots;
  readonly #keys: { token: string; draft: string; ballots: string };
  #changes = $state(0);
  #draft = $state.raw<TopicDraft>(emptyTopicDraft);

  constructor(
    private readonly env: Environment,
    readonly cafe: string,
    onRefused: (outcome: Outcome) => void,
  ) {
    const place = `${cafe}/participant`;
    this.#keys = {
      token: `tafelrunde/token/${place}`,
      draft: `tafelrunde/draft/${place}`,
      ballots: `tafelrunde/ballots/${place}`,
    };
    const token = seatToken(env, this.#keys.token);
    this.#client = new Client(env, { cafe, role: 'participant', token });
    this.#ballots = new Ballots(env.storage, this.#keys.ballots);
    this.live = new Live(this.#client);
    const kept = readStored(env.storage, this.#keys.draft);
    if (isDraft(kept)) this.#draft = { ...emptyTopicDraft, ...kept };
    this.#client.onOutcome((outcome) => {
      if (outcome.why === null) return;
      if (outcome.why.code === 'seat_taken') this.#takeAnotherSeat();
      this.#ballots.refuse(outcome.id);
      // What was written is never thrown away: a refused proposal goes back into the form.
      if ('propose_topic' in outcome.command) this.keepDraft(outcome.command.propose_topic.draft);
      this.#changes += 1;
      onRefused(outcome);
    });
  }

  /** A seat was taken, or is being taken: nobody has to wait for the line to go on. */
  get joined(): boolean {
    return this.live.documents.get('me/profile') !== undefined || this.joining !== null;
  }

  /** The profile that is on its way. */
  get joining(): Profile | null {
    this.live.watch();
    for (const { do: command } of this.#client.outbox.commands()) {
      if ('join' in command) return command.join;
    }
    return null;
  }

  join(profile: Profile): void {
    this.#client.send({ join: profile });
  }

  answer(poll: PollId): Answer<readonly OptionId[]> {
    const counted = this.live.documents.get(`me/ballot/${poll}`);
    return this.#answer(
      `poll/${poll}`,
      counted === undefined ? null : { ...counted, choice: counted.choices },
    );
  }

  topicAnswer(): Answer<readonly TopicId[]> {
    const counted = this.live.documents.get('me/topic-ballot');
    return this.#answer('topics', counted === undefined ? null : { ...counted, choice: counted.approve });
  }

  castBallot(poll: PollId, choices: readonly OptionId[]): void {
    const revision = this.#ballots.nextRevision(
      `poll/${poll}`,
      this.live.documents.get(`me/ballot/${poll}`)?.revision,
    );
    const command = this.#client.send({ cast_ballot: { poll, choices: [...choices], revision } });
    this.#keep(`poll/${poll}`, { choice: choices, revision, command });
  }

  withdrawBallot(poll: PollId): void {
    const revision = this.#ballots.nextRevision(
      `poll/${poll}`,
      this.live.documents.get(`me/ballot/${poll}`)?.revision,
    );
    const command = this.#client.send({ withdraw_ballot: { poll, revision } });
    this.#keep(`poll/${poll}`, { choice: null, revision, command });
  }

  castTopicBallot(approve: readonly TopicId[]): void {
    const revision = this.#ballots.nextRevision(
      'topics',
      this.live.documents.get('me/topic-ballot')?.revision,
    );
    const command = this.#client.send({ cast_topic_ballot: { approve: [...approve], revision } });
    this.#keep('topics', { choice: approve, revision, command });
  }

  ownTopics(): readonly TopicId[] {
    return this.live.documents.get('me/topics')?.proposed ?? [];
  }

  pendingTopics(): readonly PendingTopic[] {
    this.live.watch();
    const own = this.ownTopics();
    const pending: PendingTopic[] = [];
    for (const { id, do: command } of this.#client.outbox.commands()) {
      if (!('propose_topic' in command) || own.includes(command.propose_topic.topic)) continue;
      const state = this.#client.progress(id) === 'flying' ? 'sending' : 'saved';
      pending.push({ id: command.propose_topic.topic, draft: command.propose_topic.draft, state });
    }
    return pending;
  }

  propose(draft: TopicDraft): void {
    this.#client.send({ propose_topic: { topic: newId(this.env), draft } });
    this.keepDraft(emptyTopicDraft);
  }

  get draft(): TopicDraft {
    return this.#draft;
  }

  keepDraft(draft: TopicDraft): void {
    this.#draft = draft;
    writeStored(this.env.storage, this.#keys.draft, draft);
  }

  /** Two tokens with one pseudonym: as good as impossible, and mended by a new token. */
  #takeAnotherSeat(): void {
    this.env.storage.removeItem(this.#keys.token);
    this.#client.changeSeat(seatToken(this.env, this.#keys.token));
  }

  /** Forgets this café on this phone. What was counted stays counted. */
  forget(): void {
    this.#client.connection.stop();
    this.#client.keeper.flush();
    for (const kind of ['token', 'draft', 'ballots', 'outbox', 'board']) {
      this.env.storage.removeItem(`tafelrunde/${kind}/${this.cafe}/participant`);
    }
  }

  #answer<C extends readonly (string | number)[]>(
    name: string,
    counted: { choice: C | null; revision: number } | null,
  ): Answer<C> {
    void this.#changes;
    return this.#ballots.answer<C | null>(name, counted, (command) =>
      this.#client.progress(command),
    ) as Answer<C>;
  }

  #keep(
    name: string,
    ballot: { choice: readonly (string | number)[] | null; revision: number; command: string },
  ): void {
    this.#ballots.set(name, ballot);
    this.#changes += 1;
  }
}
