import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { listen, type Signal } from '../../src/cli/signals.ts';

/** Signals at given milliseconds; what is heard of each. */
function hearing() {
  const source = new EventEmitter();
  const heard: string[] = [];
  let time = 0;
  const signals = listen(
    (signal) => heard.push(`before ${signal}`),
    source,
    () => time,
  );
  const send = (signal: Signal, at: number): void => {
    time = at;
    source.emit(signal, signal);
  };
  return { source, signals, heard, send };
}

test('a signal that comes twice within a second is one, whoever sent it', () => {
  const { signals, heard, send } = hearing();
  signals.take((signal) => {
    heard.push(`first ${signal}`);
    signals.take((next) => heard.push(`second ${next}`));
  });
  send('SIGINT', 5_000);
  send('SIGINT', 5_001);
  send('SIGHUP', 5_900);
  expect(heard).toEqual(['first SIGINT']);
  send('SIGTERM', 6_000);
  expect(heard).toEqual(['first SIGINT', 'second SIGTERM']);
});

test('signals are answered at once, and by nobody else when they have been taken', () => {
  const { source, signals, heard, send } = hearing();
  send('SIGHUP', 0);
  source.on('SIGINT', () => heard.push('somebody else'));
  signals.take((signal) => heard.push(`taken ${signal}`));
  send('SIGINT', 2_000);
  expect(heard).toEqual(['before SIGHUP', 'taken SIGINT']);
  signals.release();
  send('SIGINT', 9_000);
  expect(heard).toHaveLength(2);
});
