/** Events that show that the reader scrolls or moves. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** Outcomes come back within seconds; later changes are the reader's. */
const LONGEST_MS = 15_000;

/**
 * Keeps what the address points at in its place while outcomes come back above it, until the reader moves. Browsers
 * anchor the scroll position themselves, but not to what a link asked for.
 */
export function holdTarget(): () => void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const main = document.querySelector('main');
  if (!target || !main) return () => {};
  const sized = new ResizeObserver(() => target.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const end = () => {
    sized.disconnect();
    clearTimeout(timer);
    for (const move of MOVES) removeEventListener(move, end, true);
  };
  const timer = setTimeout(end, LONGEST_MS);
  sized.observe(main);
  for (const move of MOVES) addEventListener(move, end, true);
  return end;
}
