/** Keys that are typed for the terminal before its parts are loaded. */
let typed = '';
let stop = () => {};

/** Collects what is typed from now on, until the terminal takes it, is closed, or the reader turns elsewhere. */
export function beginTypeAhead(): void {
  stop();
  typed = '';
  const press = (event: KeyboardEvent) => {
    const data = dataOf(event);
    if (data === undefined) return;
    typed += data;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', press, true);
  document.addEventListener('pointerdown', endTypeAhead, true);
  stop = () => {
    document.removeEventListener('keydown', press, true);
    document.removeEventListener('pointerdown', endTypeAhead, true);
    stop = () => {};
  };
}

export function endTypeAhead(): void {
  stop();
  typed = '';
}

/** Ends the collection and gives what was typed, as a terminal sends it. */
export function takeTypedAhead(): string {
  const taken = typed;
  endTypeAhead();
  return taken;
}

function dataOf({ key, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): string | undefined {
  if (ctrlKey || altKey || metaKey || isComposing) return undefined;
  if (key === 'Enter') return '\r';
  if (key === 'Backspace') return '\x7f';
  return [...key].length === 1 ? key : undefined;
}
