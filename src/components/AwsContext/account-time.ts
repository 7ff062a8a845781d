import { useEffect, useState } from 'react';
import type { AwsContext } from '../../session/index.ts';
import type { SessionAnswer } from '../Practice/use-asked.ts';

/** Returns the account's time in ms of the epoch, once a second: it goes on after the session has said it. */
export function useAccountTime(asked: SessionAnswer<AwsContext> | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return asked ? asked.answer.accountNow + Math.max(0, now - asked.at) : now;
}

/** `14:59`, `1:00:00`: hours only where there are any. */
export function remaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds / 60) % 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}
