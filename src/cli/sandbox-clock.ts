import {
  type ClockState,
  CONTROL_HEADER,
  CONTROL_PATH,
  readSecret,
  SECRET_VARIABLE,
  URL_VARIABLE,
} from '../aws/sandbox/http/index.ts';
import { say } from '../language/index.ts';
import { PASSED, USAGE_ERROR } from './exit-codes.ts';
import { DEFAULT_PORT } from './sandbox-options.ts';

/** Moves the running sandbox's clock, or only tells it; the sandbox of this terminal unless a port is named. */
export async function moveClock(milliseconds: number | undefined, port: number | undefined): Promise<number> {
  const url = sandboxUrl(port);
  let response: Response;
  try {
    response = await fetch(`${url}${CONTROL_PATH}clock`, {
      method: milliseconds === undefined ? 'GET' : 'POST',
      headers: { [CONTROL_HEADER]: secretOf(url) },
      body: milliseconds?.toString(),
    });
  } catch {
    console.error(
      say`No sandbox answers at ${url}. Start one with \`tejun sandbox\`, or name its port: tejun sandbox clock --port N.`,
    );
    return USAGE_ERROR;
  }
  const text = await response.text();
  if (!response.ok || !response.headers.get('content-type')?.startsWith('application/json')) {
    console.error(text.trim() || say`${url} is no sandbox.`);
    return USAGE_ERROR;
  }
  const { account, aheadMs }: ClockState = JSON.parse(text);
  console.log(say`${account} (${aheadMs / 1000} s ahead of this machine)`);
  return PASSED;
}

function sandboxUrl(port: number | undefined): string {
  if (port !== undefined) return `http://127.0.0.1:${port}`;
  return process.env[URL_VARIABLE] ?? `http://127.0.0.1:${DEFAULT_PORT}`;
}

/** The secret that the sandbox printed for this terminal, else the one that it keeps for this user. */
function secretOf(url: string): string {
  const printed = url === process.env[URL_VARIABLE] ? process.env[SECRET_VARIABLE] : undefined;
  return printed ?? readSecret(Number(new URL(url).port)) ?? '';
}
