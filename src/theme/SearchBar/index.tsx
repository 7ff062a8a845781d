import { translate } from '@docusaurus/Translate';
import SearchBar from '@theme-original/SearchBar';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';

/** The box of the search plugin, whose name is English in every language. */
export default function NamedSearchBar(props: ComponentProps<typeof SearchBar>): ReactNode {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    around.current
      ?.querySelector('input')
      ?.setAttribute('aria-label', translate({ id: 'theme.SearchBar.label', message: 'Search' }));
  });
  useEffect(() => {
    const box = around.current?.querySelector('input');
    if (box) keepFocusElsewhere(box);
  }, []);
  return (
    <div ref={around}>
      <SearchBar {...props} />
    </div>
  );
}

/**
 * Lets the search box take the focus only when the reader asks for it. The plugin gives it the focus again when its
 * index has come, seconds after the reader has gone on to something else. It moves the box in the document then, which
 * takes the focus from it: a `blur` does not say that the reader has left.
 */
function keepFocusElsewhere(box: HTMLInputElement): void {
  let isLeft = false;
  const turn = ({ target }: Event) => {
    isLeft = target !== box;
  };
  document.addEventListener('pointerdown', turn, true);
  document.addEventListener('focusin', turn, true);
  document.addEventListener(
    'keydown',
    ({ ctrlKey, metaKey, key, target }) => {
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') isLeft = false;
      else if (key === 'Escape' && target === box) isLeft = true;
    },
    true,
  );
  const focus = HTMLInputElement.prototype.focus;
  box.focus = (options) => {
    if (!isLeft) focus.call(box, options);
  };
}
