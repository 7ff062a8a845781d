/** Comparisons that the search for the best pairing may cost, whatever the sizes; less than half a second. */
const SEARCH = 200_000;

/** Thrown inside a search when the budget is used up. Who pairs the elements catches it. */
export class BudgetExceeded extends Error {}

/** Number of comparisons that one whole comparison may spend on searching. All its attempts share it. */
export class Budget {
  /** Comparisons made so far. */
  spent = 0;
  /** Those of them that were made in a search. */
  private searched = 0;
  private readonly limit: number;

  constructor(limit = SEARCH) {
    this.limit = limit;
  }

  get isExceeded(): boolean {
    return this.searched > this.limit;
  }

  /** Ends all searching: what remains is compared as it comes. */
  exhaust(): void {
    this.searched = this.limit + 1;
  }

  /**
   * Counts comparisons.
   *
   * @throws BudgetExceeded inside a search; what is compared in the end, element by element, is counted only.
   */
  spend(comparisons: number, isSearching: boolean): void {
    this.spent += comparisons;
    if (!isSearching) return;
    this.searched += comparisons;
    if (this.isExceeded) throw new BudgetExceeded();
  }
}
