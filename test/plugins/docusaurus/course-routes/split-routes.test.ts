import { expect, test } from 'vitest';
import { readGenerated } from '../../../../plugins/docusaurus/course-routes/generated.ts';
import { splitRoutes } from '../../../../plugins/docusaurus/course-routes/split-routes.ts';
import { folderOf } from '../../../project/folders.ts';

const page = (course: string, name: string) => `
              {
                path: '/docs/${course}/${name}',
                component: ComponentCreator('/docs/${course}/${name}', 'p'),
                exact: true,
                sidebar: "${course}"
              }`;
const course = (name: string) => `
      {
        path: '/docs/${name}',
        component: ComponentCreator('/docs/${name}', 'v'),
        routes: [
          {
            path: '/docs/${name}',
            component: ComponentCreator('/docs/${name}', 'r'),
            routes: [${['one', 'two'].map((one) => page(name, one))}
            ]
          }
        ]
      }`;

/** The modules of a site with these courses, as Docusaurus writes them. */
function generated(courses: readonly string[]) {
  const pages = courses.flatMap((name) => ['one', 'two'].map((one) => `${name}/${one}`));
  const line = (name: string) =>
    `  "${name}": [() => import("${name}"), "${name}", require.resolveWeak("${name}")],`;
  const folder = folderOf({
    'routes.js': `import React from 'react';
import ComponentCreator from '@docusaurus/ComponentCreator';

export default [
  {
    path: '/docs',
    component: ComponentCreator('/docs', 'd'),
    routes: [${courses.map(course)},
      {
        path: '/docs',
        component: ComponentCreator('/docs', 'n'),
        routes: [
          
        ]
      }
    ]
  },
  {
    path: '*',
    component: ComponentCreator('*'),
  },
];
`,
    'routesChunkNames.json': JSON.stringify({
      '/docs-d': { __comp: 'root', __context: { plugin: 'context' } },
      '/docs-n': { __comp: 'version' },
      ...Object.fromEntries(
        courses.flatMap((name) => [
          [`/docs/${name}-v`, { __comp: 'version', __props: `props-${name}` }],
          [`/docs/${name}-r`, { __comp: 'version' }],
        ]),
      ),
      ...Object.fromEntries(pages.map((id) => [`/docs/${id}-p`, { __comp: 'item', content: id }])),
    }),
    'registry.js': `export default {\n${['root', 'context', 'version', 'item', ...pages, ...courses.map((name) => `props-${name}`)].map(line).join('\n')}};\n`,
  });
  return readGenerated(folder);
}

const split = (courses: readonly string[]) =>
  splitRoutes(generated(courses), (path) => `/generated${path}.js`);

test('a course has its routes, and what only its pages load', () => {
  const { courses } = split(['a', 'b']);
  expect([...courses.keys()]).toEqual(['/docs/a', '/docs/b']);
  const code = courses.get('/docs/a') ?? '';
  expect(code).toContain('addChunkFiles("chunk files of a: props-a a/one a/two")');
  for (const name of ['props-a', 'a/one', 'a/two']) expect(code).toContain(`"${name}": [() => import(`);
  for (const shared of ['version', 'item', 'b/one']) expect(code).not.toContain(`"${shared}": [`);
  expect(code).toContain('"/docs/a/one-p":{"__comp":"item","content":"a/one"}');
  expect(code).toContain(
    '{ "path": "/docs/a/two", "exact": true, "sidebar": "a", component: create("/docs/a/two", "p") }',
  );
});

test('every page has what is shared, and one line for each course', () => {
  const { routes, chunkNames, registry } = split(['a', 'b']);
  expect(routes).toContain('{ path: "/docs/a", load: () => import("/generated/docs/a.js") }');
  expect(routes).not.toContain('/docs/a/one');
  expect(JSON.parse(chunkNames.replace(/^export default |;\n$/g, ''))).toEqual({
    '/docs-d': { __comp: 'root', __context: { plugin: 'context' } },
    '/docs-n': { __comp: 'version' },
  });
  expect([...registry.matchAll(/^ {2}"([^"]+)"/gm)].map(([, name]) => name)).toEqual([
    'root',
    'context',
    'version',
    'item',
  ]);
  const more = split(['a', 'b', 'c']);
  expect(more.chunkNames + more.registry).toBe(chunkNames + registry);
});

test('an address that is not there is still answered', () => {
  const { routes } = split(['a']);
  expect(routes).toMatch(/,\n\{ "path": "\*", component: create\("\*"\) \}\];\n$/);
  expect(routes).toContain('{ "path": "/docs", component: create("/docs", "n"), routes: [] }');
});
