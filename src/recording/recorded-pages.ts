import type { Page, RunnableStep, Step } from '../procedure/index.ts';
import { RecordedAws } from './recorded-aws.ts';
import { type AnswerTexts, answerTexts } from './texts.ts';
import type { RecordedStep, Recording } from './types.ts';

/** Recordings of a project or a practice. */
export interface RecordedAnswers {
  /** The recording of a page; undefined where there is none. May throw for one that cannot be read. */
  recordingOf(page: Page): Recording | undefined;
  /** Sentence on how to go on where the recording of a page does not answer. */
  readonly advice?: (page: Page) => string;
  /** Language of the sentences on what is not recorded; English by default. */
  readonly locale?: string;
}

interface Opened {
  readonly recording?: Recording;
  readonly steps: ReadonlyMap<string, RecordedStep>;
  /** The first step of the page that `aws` was recorded in. */
  readonly first?: string;
}

/** Recordings, played page by page in the place of `aws`. */
export class RecordedPages {
  readonly player: RecordedAws;
  readonly clock: ReplayClock;
  readonly #answers: RecordedAnswers;
  readonly #texts: AnswerTexts;
  readonly #opened = new Map<string, Opened>();

  constructor(answers: RecordedAnswers, now: Date) {
    this.#answers = answers;
    this.#texts = answerTexts(answers.locale ?? 'en');
    this.player = new RecordedAws(this.#texts);
    this.clock = createReplayClock(now);
  }

  recordingOf(page: Page): Recording | undefined {
    return this.#open(page).recording;
  }

  /** The reader is on a page of which nothing has run yet. */
  enter(page: Page): void {
    this.#rest(page, 0);
  }

  /** A step is about to run: what was recorded in it is ready, and the clock is where it was. */
  begin(page: Page, step: Step): void {
    const recorded = this.#open(page).steps.get(step.id);
    this.player.begin(recorded?.calls ?? []);
    if (recorded) this.clock.moveTo(new Date(recorded.endedAt));
  }

  /** The step has ended. @returns what the recording could not answer, a sentence each, and then what to do about it */
  end(page: Page, step: Step): string[] {
    const complaints = this.player.end();
    this.#rest(page, page.steps.findIndex(({ id }) => id === step.id) + 1);
    if (complaints.length === 0) return [];
    const reasons = this.recordingOf(page) ? complaints : [`${this.#texts.noRecording()} ${complaints[0]}`];
    return [...reasons, ...(this.#answers.advice ? [this.#answers.advice(page)] : [])];
  }

  isFirstCall(page: Page, { id }: Step): boolean {
    return this.#open(page).first === id;
  }

  #rest(page: Page, done: number): void {
    const { steps } = this.#open(page);
    const callsOf = (some: readonly Step[]) => some.flatMap(({ id }) => steps.get(id)?.calls ?? []);
    this.player.rest({ before: callsOf(page.steps.slice(0, done)), after: callsOf(page.steps.slice(done)) });
  }

  #open(page: Page): Opened {
    const known = this.#opened.get(page.file);
    if (known) return known;
    const recording = this.#answers.recordingOf(page);
    const steps = recording ? pairSteps(page, recording) : new Map<string, RecordedStep>();
    const first = page.steps.find(({ id }) => steps.has(id))?.id;
    const opened = { recording, steps, first };
    if (recording) this.clock.moveTo(new Date(recording.provenance.date));
    this.#opened.set(page.file, opened);
    return opened;
  }
}

/**
 * Which step of a recording belongs to each step of the page, by the page's ids: the one with the same script (the
 * first with the first, where several are equal), else the one of the same id whose script no step has any more.
 */
function pairSteps(page: Page, recording: Recording): Map<string, RecordedStep> {
  const free = new Set(recording.steps);
  const pairs = new Map<string, RecordedStep>();
  const steps = page.steps.filter((step): step is RunnableStep => step.role !== 'elapse');
  const take = (fits: (step: RunnableStep, recorded: RecordedStep) => boolean) => {
    for (const step of steps) {
      if (pairs.has(step.id)) continue;
      const found = [...free].find((recorded) => fits(step, recorded));
      if (!found) continue;
      free.delete(found);
      pairs.set(step.id, found);
    }
  };
  take((step, { id, script }) => step.id === id && step.script === script);
  take((step, { script }) => step.script === script);
  take((step, { id }) => step.id === id);
  return pairs;
}

/** The time of a replay: that of the recording, whichever way it goes. */
export interface ReplayClock {
  account(): Date;
  elapse(milliseconds: number): void;
  moveTo(instant: Date): void;
}

function createReplayClock(start: Date): ReplayClock {
  let now = start.getTime();
  return {
    account: () => new Date(now),
    elapse: (milliseconds) => {
      now += milliseconds;
    },
    moveTo: (instant) => {
      now = instant.getTime();
    },
  };
}
