import type { Page, Step } from '../../../procedure/index.ts';
import { readRecording, recordingCommand } from '../store.ts';
import type { RecordedStep, Recording } from '../types.ts';
import { pairSteps } from './pair-steps.ts';
import { Player } from './player.ts';
import { createReplayClock, type ReplayClock } from './replay-clock.ts';

interface Opened {
  readonly recording?: Recording;
  readonly steps: ReadonlyMap<string, RecordedStep>;
  /** The first step of the page that `aws` was recorded in. */
  readonly first?: string;
}

/** The recordings of a project, played page by page. */
export class RecordedPages {
  readonly player = new Player();
  readonly clock: ReplayClock;
  readonly #root: string;
  readonly #opened = new Map<string, Opened>();

  constructor(root: string, now: Date) {
    this.#root = root;
    this.clock = createReplayClock(now);
  }

  /** A step is about to run: what was recorded in it is ready, and the clock is where it was. */
  begin(page: Page, step: Step): Recording | undefined {
    const { recording, steps } = this.#open(page);
    const recorded = steps.get(step.id);
    this.player.begin(recorded?.calls ?? []);
    if (recorded) this.clock.moveTo(new Date(recorded.endedAt));
    return recording;
  }

  /** @returns what the recording could not answer, a sentence each, and then what to do about it */
  end(page: Page): string[] {
    const complaints = this.player.end();
    if (complaints.length === 0) return [];
    const { recording } = this.#open(page);
    const reasons = recording ? complaints : [`The page has no recording. ${complaints[0]}`];
    return [...reasons, `Record the page: ${recordingCommand(page.id)}`];
  }

  isFirstCall(page: Page, { id }: Step): boolean {
    return this.#open(page).first === id;
  }

  #open(page: Page): Opened {
    const known = this.#opened.get(page.file);
    if (known) return known;
    const recording = readRecording(this.#root, page.id);
    const steps = recording ? pairSteps(page, recording) : new Map<string, RecordedStep>();
    const first = page.steps.find(({ id }) => steps.has(id))?.id;
    const opened = { recording, steps, first };
    if (recording) this.clock.moveTo(new Date(recording.provenance.date));
    this.#opened.set(page.file, opened);
    return opened;
  }
}
