import type { LoadContext, Plugin } from '@docusaurus/types';

/** Adds the site's icons and web app manifest; each locale starts where it was installed. */
export default function icons(context: LoadContext): Plugin {
  const link = (rel: string, path: string) => ({
    tagName: 'link',
    attributes: { rel, href: context.baseUrl + path },
  });
  const colour = (content: string, scheme: string) => ({
    tagName: 'meta',
    attributes: { name: 'theme-color', content, media: `(prefers-color-scheme: ${scheme})` },
  });
  return {
    name: 'tejun-icons',
    injectHtmlTags: () => ({
      headTags: [
        link('manifest', 'manifest.webmanifest'),
        link('apple-touch-icon', 'img/apple-touch-icon.png'),
        colour('#ffffff', 'light'),
        colour('#11171d', 'dark'),
      ],
    }),
  };
}
