import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginTypeAhead, endTypeAhead, takeTypedAhead } from '../../../src/components/Dock/type-ahead.ts';

/** Node.js takes `true` in the place of options when a listener is added, and not when it is removed. */
class BrowserTarget extends EventTarget {
  override removeEventListener(
    type: string,
    listener: EventListener,
    capture?: EventListenerOptions | boolean,
  ) {
    super.removeEventListener(type, listener, typeof capture === 'boolean' ? { capture } : capture);
  }
}

beforeEach(() => void vi.stubGlobal('document', new BrowserTarget()));
afterEach(() => {
  endTypeAhead();
  vi.unstubAllGlobals();
});

const press = (key: string, held: object = {}): Event => {
  const event = Object.assign(new Event('keydown', { cancelable: true }), { key, ...held });
  document.dispatchEvent(event);
  return event;
};

test('what is typed before the terminal is there is given as a terminal sends it', () => {
  beginTypeAhead();
  for (const key of ['l', 's', 'Shift', 'x', 'Backspace', 'Enter']) press(key);
  expect(takeTypedAhead()).toBe('lsx\x7f\r');
  expect(takeTypedAhead()).toBe('');
});

test('a key that is taken does nothing else; shortcuts and input methods keep theirs', () => {
  beginTypeAhead();
  expect(press('a').defaultPrevented).toBe(true);
  for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
    expect(press('a', held).defaultPrevented).toBe(false);
  expect(takeTypedAhead()).toBe('a');
});

test('it ends when the reader turns elsewhere, and then takes no key', () => {
  beginTypeAhead();
  press('a');
  document.dispatchEvent(new Event('pointerdown'));
  expect(press('b').defaultPrevented).toBe(false);
  expect(takeTypedAhead()).toBe('');
});
