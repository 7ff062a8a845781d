/** How far a time limit is used up. */
export class TimeBudget {
  #spent = 0;
  #steps = 0;
  readonly #limit: number;

  /** `limit`: milliseconds, the function's timeout. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Milliseconds since the invocation began, in the function's own time. */
  get spent(): number {
    return this.#spent;
  }

  get remaining(): number {
    return Math.max(0, this.#limit - this.#spent);
  }

  get isOver(): boolean {
    return this.#spent >= this.#limit;
  }

  /** Lets time pass in which the function waits. */
  wait(milliseconds: number): void {
    this.#spent = Math.min(this.#limit, this.#spent + milliseconds);
  }

  /**
   * Counts work: the engine calls it each 10,000 steps or so. Time is counted in steps so that two runs are equal, and
   * never longer than the machine's own patience. True where the time is over.
   */
  step(): boolean {
    this.#steps += 1;
    this.wait(this.#steps > MOST_STEPS ? this.remaining : STEP_MS);
    return this.isOver;
  }
}

/** A step takes about so long in QuickJS on a usual machine. */
const STEP_MS = 0.5;
/** The most work of one invocation, about ten seconds: a loop without end is not waited for until its timeout. */
const MOST_STEPS = 30_000;
