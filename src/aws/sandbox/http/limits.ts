import type { Limits } from './types.ts';

/** Ours, all of them: AWS takes objects of 5 GB in one request, which stay in memory here. */
export const DEFAULT_LIMITS: Limits = {
  objectBytes: 256 * 2 ** 20,
  anonymousBytes: 16 * 2 ** 20,
  allBodiesBytes: 1024 * 2 ** 20,
  connections: 1_024,
  formBytes: 2 ** 20,
  headersMs: 10_000,
  requestMs: 120_000,
  idleMs: 30_000,
  upstreamMs: 30_000,
};

/** Bytes of request line and headers: presigned URLs carry session tokens and policies. */
export const HEADER_BYTES = 32 * 1024;

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
