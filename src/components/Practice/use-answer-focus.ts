import { type RefObject, useEffect, useRef } from 'react';

/** Leads the focus to the first answer of a question, and back to what asked it once it is gone. */
export function useAnswerFocus(): RefObject<HTMLButtonElement | null> {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      // With the question its focus went; a reader who has moved on stays there.
      const isLost = document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return first;
}
