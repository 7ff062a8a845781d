/** Counts the bytes of request bodies that all connections together keep in memory. */
export interface BodyBudget {
  /** Takes bytes; false where they would exceed the budget, which then has none of them. */
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
}

export function createBodyBudget(total: number): BodyBudget {
  let left = total;
  return {
    take: (bytes) => {
      if (bytes > left) return false;
      left -= bytes;
      return true;
    },
    giveBack: (bytes) => {
      left += bytes;
    },
  };
}
