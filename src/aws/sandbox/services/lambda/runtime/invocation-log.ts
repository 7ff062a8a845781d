import type { WorkResult } from './work.ts';

/** Line of a function's log: with the line break at its end, as Lambda writes it. */
export interface LogLine {
  readonly at: Date;
  readonly text: string;
}

/** Facts of one invocation that its log has. */
export interface InvocationFacts {
  readonly requestId: string;
  readonly version: string;
  readonly memorySize: number;
  readonly usedMegabytes: number;
  /** Milliseconds. */
  readonly duration: number;
  /** Milliseconds; undefined where the environment was there. */
  readonly initDuration?: number;
}

/**
 * Log of an invocation in Lambda's text format (Developer Guide, "Using the Lambda console log formats"; layout as
 * recorded on AWS, those of errors as its Node.js runtime writes them).
 */
export class InvocationLog {
  readonly lines: LogLine[] = [];

  add(at: Date, text: string): void {
    this.lines.push({ at, text: `${text}\n` });
  }

  /** Adds what the function itself writes: `console.log` is `INFO`; the standard streams have no level. */
  written(at: Date, requestId: string, level: string, text: string): void {
    this.add(at, level === '' ? text : `${at.toISOString()}\t${requestId}\t${level}\t${text}`);
  }

  /** Adds how the work failed, where it did. */
  failed(at: Date, requestId: string, label: string, result: WorkResult, timeout: number): void {
    if (result.kind === 'timed-out') this.add(at, `${at.toISOString()} ${requestId} ${timedOut(timeout)}\n`);
    else if (result.kind === 'threw') {
      const { logged, payload } = result.error;
      const { trace, ...rest } = payload;
      const shown = typeof logged === 'string' ? logged : JSON.stringify(logged ?? { ...rest, stack: trace });
      this.written(at, requestId, 'ERROR', `${label} \t${shown}`);
    } else if (result.kind !== 'returned')
      this.add(at, `RequestId: ${requestId} Error: ${exitReason(result)}\n${errorTypeOf(result)}`);
  }

  /** The last two lines. */
  ended(at: Date, facts: InvocationFacts, result: WorkResult): void {
    this.add(at, `END RequestId: ${facts.requestId}`);
    const { initDuration = 0, duration } = facts;
    const init = facts.initDuration === undefined ? '' : `Init Duration: ${initDuration.toFixed(2)} ms\t`;
    const status =
      result.kind === 'timed-out' ? 'Status: timeout' : result.kind === 'returned' ? '' : statusOf(result);
    const parts = [
      `REPORT RequestId: ${facts.requestId}`,
      `Duration: ${duration.toFixed(2)} ms`,
      // The time of the load is billed, too (AWS Compute Blog, "AWS Lambda standardizes billing for INIT Phase").
      `Billed Duration: ${Math.ceil(duration + initDuration)} ms`,
      `Memory Size: ${facts.memorySize} MB`,
      `Max Memory Used: ${facts.usedMegabytes} MB`,
    ];
    this.add(at, `${parts.join('\t')}\t${init}${status}`);
  }

  /** Text of the log's end, without the first line of a new environment: what `LogType=Tail` answers with. */
  tail(bytes: number): Uint8Array {
    const texts = this.lines.map(({ text }) => text).filter((text) => !text.startsWith('INIT_START'));
    const whole = new TextEncoder().encode(texts.join(''));
    return whole.slice(Math.max(0, whole.length - bytes));
  }
}

const statusOf = (result: WorkResult) =>
  result.kind === 'threw' ? '' : `Status: error\tError Type: ${errorTypeOf(result)}`;

/** `Task timed out after 3.00 seconds`. `timeout`: seconds. */
const timedOut = (timeout: number) => `Task timed out after ${timeout.toFixed(2)} seconds`;

function exitReason(result: WorkResult): string {
  if (result.kind === 'out-of-memory') return 'Runtime exited with error: signal: killed';
  const code = result.kind === 'exited' ? result.code : '0';
  return code === '0'
    ? 'Runtime exited without providing a reason'
    : `Runtime exited with error: exit status ${code}`;
}

const errorTypeOf = (result: WorkResult) =>
  result.kind === 'out-of-memory' ? 'Runtime.OutOfMemory' : 'Runtime.ExitError';

/** Payload of an invocation that failed. `timeout`: seconds. */
export function failurePayload(result: WorkResult, requestId: string, timeout: number): string {
  if (result.kind === 'threw') return JSON.stringify(result.error.payload);
  const failure =
    result.kind === 'timed-out'
      ? { errorType: 'Sandbox.Timedout', errorMessage: `RequestId: ${requestId} Error: ${timedOut(timeout)}` }
      : {
          errorType: errorTypeOf(result),
          errorMessage: `RequestId: ${requestId} Error: ${exitReason(result)}`,
        };
  return JSON.stringify(failure);
}
