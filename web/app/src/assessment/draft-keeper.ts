import { ApiProblem, asProblem } from '../api/problem.ts';
import { differences, type Difference } from '../ui/conflict.ts';
import { answersIn, fill } from './instance.ts';

export interface Kept<More> {
  xml: string;
  etag: string | undefined;
  /** What the service says besides. */
  more: More;
}

/** How a text holds what was written: read and replaced by place. */
export interface Format {
  answersIn: (text: string) => Record<string, string>;
  /** The text with these values; model is another version of it, for places the text does not have. */
  fill: (text: string, values: Record<string, string>, model?: string) => string;
}

const AS_INSTANCE: Format = { answersIn, fill };

export interface DraftStore<More> {
  save: (xml: string, etag: string | undefined) => Promise<{ etag: string | undefined; more: More }>;
  read: () => Promise<Kept<More>>;
}

export type KeeperState<More> =
  | { kind: 'saved'; more: More }
  | { kind: 'changed'; more: More }
  | { kind: 'saving'; more: More }
  /** The service does not answer; it is asked again. */
  | { kind: 'waiting'; more: More }
  /** It never will: no longer allowed, ended elsewhere. */
  | { kind: 'refused'; more: More; problem: ApiProblem }
  | { kind: 'conflict'; more: More; theirs: Kept<More>; differences: Difference[] };

const PAUSE_MILLIS = 1_200;
const AGAIN_MILLIS = 8_000;

/**
 * Saves a draft by itself, one request at a time, a moment after the last answer. Nothing is kept in the
 * browser: what is not with the server yet is on the page only, and the page says so.
 */
export class DraftKeeper<More> {
  private readonly store: DraftStore<More>;
  private readonly format: Format;
  private readonly listeners = new Set<() => void>();
  private base: string;
  private etag: string | undefined;
  private wanted: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private now: KeeperState<More>;

  constructor(store: DraftStore<More>, kept: Kept<More>, format: Format = AS_INSTANCE) {
    this.store = store;
    this.format = format;
    this.base = kept.xml;
    this.wanted = kept.xml;
    this.etag = kept.etag;
    this.now = { kind: 'saved', more: kept.more };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): KeeperState<More> => this.now;

  /** The tag that completing or discarding must name. */
  tag(): string | undefined {
    return this.etag;
  }

  unsaved(): boolean {
    return this.wanted !== this.base;
  }

  /** These are the answers now. */
  changed(xml: string): void {
    if (xml === this.wanted) return;
    this.wanted = xml;
    if (this.now.kind === 'conflict') return;
    // What was wrong with the answers may have been mended; what ended stays ended.
    if (this.now.kind === 'refused' && this.now.problem.status !== 422) return;
    if (this.running === undefined) {
      this.turn({ kind: 'changed', more: this.now.more });
      this.soon(PAUSE_MILLIS);
    }
  }

  /** Everything that is on the page is with the server once this has come to an end, or the state says why not. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running !== undefined) await this.running;
    if (this.unsaved() && (this.now.kind === 'changed' || this.now.kind === 'waiting')) await this.save();
    return !this.unsaved();
  }

  /** Both versions as one, to go on with: theirs for the named places, for all others what is on the page. */
  settle(takeTheirs: readonly string[]): string {
    if (this.now.kind !== 'conflict') return this.wanted;
    const { theirs } = this.now;
    const said = this.format.answersIn(theirs.xml);
    this.base = theirs.xml;
    this.etag = theirs.etag;
    this.wanted = this.format.fill(this.wanted, Object.fromEntries(takeTheirs.map((place) => [place, said[place] ?? ''])), theirs.xml || undefined);
    this.turn({ kind: 'changed', more: theirs.more });
    this.soon(0);
    return this.wanted;
  }

  /** What is on the page went where it was to go: nothing is kept of it any more. */
  done(): void {
    clearTimeout(this.timer);
    this.wanted = this.base;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private soon(millis: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), millis);
  }

  private save(): Promise<void> {
    this.running ??= this.attempt().finally(() => {
      this.running = undefined;
      if (this.now.kind === 'saved' && this.unsaved()) {
        this.turn({ kind: 'changed', more: this.now.more });
        this.soon(PAUSE_MILLIS);
      }
    });
    return this.running;
  }

  private async attempt(): Promise<void> {
    const sent = this.wanted;
    this.turn({ kind: 'saving', more: this.now.more });
    try {
      const { etag, more } = await this.store.save(sent, this.etag);
      this.base = sent;
      this.etag = etag;
      this.turn({ kind: 'saved', more });
    } catch (failure) {
      await this.failed(asProblem(failure));
    }
  }

  /** Somebody was quicker: what stands now is read, and both versions are there to choose from. */
  async overtaken(): Promise<void> {
    try {
      this.conflict(await this.store.read());
    } catch (failure) {
      this.wait(asProblem(failure));
    }
  }

  private async failed(problem: ApiProblem): Promise<void> {
    if (problem.stale) await this.overtaken();
    else this.wait(problem);
  }

  private wait(problem: ApiProblem): void {
    // A session that ended is a matter of signing in again, in another tab: the page stays.
    if (problem.serviceMissing || problem.signedOut || problem.status === 429) {
      this.turn({ kind: 'waiting', more: this.now.more });
      this.soon(AGAIN_MILLIS);
    } else {
      this.turn({ kind: 'refused', more: this.now.more, problem });
    }
  }

  private conflict(theirs: Kept<More>): void {
    const mine = this.format.answersIn(this.wanted);
    const there = this.format.answersIn(theirs.xml);
    const places = Object.fromEntries([...Object.keys(there), ...Object.keys(mine)].map((place) => [place, mine[place] ?? '']));
    const found = differences(this.format.answersIn(this.base), places, there);
    this.turn({ kind: 'conflict', more: theirs.more, theirs, differences: found });
  }

  private turn(next: KeeperState<More>): void {
    this.now = next;
    this.listeners.forEach((listener) => listener());
  }
}
