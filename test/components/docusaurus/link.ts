/** In the place of `@docusaurus/Link` for tests of components. */
import { createElement, type ReactNode } from 'react';

export default function Link({
  to,
  ...rest
}: {
  readonly to: string;
  readonly children?: ReactNode;
}): ReactNode {
  return createElement('a', { href: to, ...rest });
}
