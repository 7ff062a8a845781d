import { ConnectionFailure, ServiceFailure } from '../failures.ts';

export interface Attempts {
  /** In all, the first included. */
  readonly max: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** Tries again what may pass, as botocore's `standard` mode does (retries/standard.py). Throws the last failure. */
export async function retry<T>(once: () => Promise<T>, { max, sleep }: Attempts): Promise<T> {
  for (let number = 1; ; number++) {
    try {
      return await once();
    } catch (error) {
      if (number >= max) throw error instanceof ServiceFailure ? error.with({ retries: number - 1 }) : error;
      if (!isRetryable(error)) throw error;
      await sleep?.(backoff(number));
    }
  }
}

/** The longest that botocore would wait, which takes a random part of it: 1 s, 2 s, at most 20 s. */
const backoff = (number: number) => Math.min(2 ** (number - 1), 20) * 1000;

const transientStatuses = [500, 502, 503, 504];
const transientCodes = ['RequestTimeout', 'RequestTimeoutException', 'PriorRequestNotComplete'];
const throttlingCodes = [
  ...['Throttling', 'ThrottlingException', 'ThrottledException', 'RequestThrottledException'],
  ...['TooManyRequestsException', 'ProvisionedThroughputExceededException', 'TransactionInProgressException'],
  ...['RequestLimitExceeded', 'BandwidthLimitExceeded', 'LimitExceededException', 'RequestThrottled'],
  ...['SlowDown', 'EC2ThrottledException'],
];

function isRetryable(error: unknown): boolean {
  if (error instanceof ConnectionFailure) return true;
  if (!(error instanceof ServiceFailure)) return false;
  const { status, code } = error.response;
  return (
    transientStatuses.includes(status) || transientCodes.includes(code) || throttlingCodes.includes(code)
  );
}
