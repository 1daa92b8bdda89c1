// What the moderator does: sends commands, knows which are under way, says what happened and offers the way
// back where there is one. It draws nothing.
import type { Live } from '../browser/live.svelte';
import { Unanswered, type AnswerTo } from '../core/questions';
import type { Command, CommandId, Query, Rejection, Scene, Surface } from '../core/protocol.gen';
import { t } from '../i18n/i18n.svelte';
import { rejectionText } from '../ui/rejection';

export interface Done {
  readonly text: string;
  /** What takes the action back. */
  readonly undo?: readonly Command[];
  /** Told when it is stored. */
  readonly onstored?: () => void;
  /** Says a refusal where it belongs, instead of among the notes. */
  readonly onrefused?: (why: Rejection) => void;
}

export interface Note {
  readonly id: CommandId;
  readonly kind: 'done' | 'wrong';
  readonly text: string;
  readonly undo: readonly Command[];
}

const notesMax = 3;
const doneStaysMs = 4_000;
/** Long enough to see what happened and change one's mind. */
const undoStaysMs = 12_000;

export class Desk {
  notes = $state.raw<readonly Note[]>([]);
  #pending = $state.raw<ReadonlyMap<string, CommandId>>(new Map());
  #done = new Map<CommandId, Done>();

  constructor(readonly live: Live) {
    live.client.onOutcome(({ id, why }) => {
      const done = this.#done.get(id);
      this.#done.delete(id);
      if (why !== null) {
        if (done?.onrefused === undefined) this.#wrong(id, rejectionText(why));
        else done.onrefused(why);
      } else if (done !== undefined) {
        done.onstored?.();
        this.#note({ id, kind: 'done', text: done.text, undo: done.undo ?? [] });
        setTimeout(
          () => {
            this.dismiss(id);
          },
          done.undo === undefined || done.undo.length === 0 ? doneStaysMs : undoStaysMs,
        );
      }
    });
  }

  /** `key` names the control that asked, so that it can show that it waits. */
  run(key: string, command: Command, done?: Done): void {
    if (this.isPending(key)) return;
    const id = this.live.client.send(command);
    if (done !== undefined) this.#done.set(id, done);
    this.#pending = new Map(this.#pending).set(key, id);
  }

  /** Asks the server. Null: no line, or refused; `onrefused` hears which. */
  ask<const Q extends Query>(
    query: Q,
    onrefused?: (why: Rejection | null) => void,
  ): Promise<AnswerTo<Q> | null> {
    return this.live.client.ask(query).catch((error: unknown) => {
      onrefused?.(error instanceof Unanswered ? error.why : null);
      return null;
    });
  }

  isPending(key: string): boolean {
    this.live.watch();
    const id = this.#pending.get(key);
    return id !== undefined && this.live.client.progress(id) !== null;
  }

  /** Shows a scene; the way back is whatever was there before. */
  show(key: string, on: Surface, scene: Scene, text: string): void {
    const stage = this.live.documents.get('stage');
    const undo: Command[] = [];
    if (stage !== undefined && on !== 'phones') undo.push({ show_scene: { on: 'wall', scene: stage.wall } });
    if (stage !== undefined && on !== 'wall')
      undo.push({ show_scene: { on: 'phones', scene: stage.phones } });
    this.run(key, { show_scene: { on, scene } }, { text, undo });
  }

  undo(note: Note): void {
    this.dismiss(note.id);
    note.undo.forEach((command, index) => {
      this.run(
        `undo-${note.id}-${String(index)}`,
        command,
        index === 0 ? { text: t('console-undone') } : undefined,
      );
    });
  }

  undoLast(): void {
    const note = this.notes.findLast(({ undo }) => undo.length > 0);
    if (note !== undefined) this.undo(note);
  }

  dismiss(id: CommandId): void {
    this.notes = this.notes.filter((note) => note.id !== id);
  }

  #wrong(id: CommandId, text: string): void {
    this.#note({ id, kind: 'wrong', text, undo: [] });
  }

  #note(note: Note): void {
    this.notes = [...this.notes, note].slice(-notesMax);
  }
}
