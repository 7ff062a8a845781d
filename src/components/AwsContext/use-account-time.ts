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
