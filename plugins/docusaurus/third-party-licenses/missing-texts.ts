/** Copyright lines of packages under MIT that are published without the text of their licence, and where the lines stand. */
export const COPYRIGHTS: Readonly<Record<string, string>> = {
  // LICENSE in its repository, https://github.com/easyops-cn/docusaurus-search-local
  '@easyops-cn/docusaurus-search-local': 'Copyright (c) 2020 优维科技',
  // Nowhere: the author in its package.json
  '@nodable/entities': 'Copyright (c) Amit Gupta (https://solothought.com)',
  // The head of its style sheets
  infima: 'Copyright (c) Facebook, Inc. and its affiliates.',
  // Its README
  isarray: 'Copyright (c) 2013 Julian Gruber <julian@juliangruber.com>',
};

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

/** Returns the text of a licence that a package lacks; none where nobody has looked its copyright up. */
export function missingTexts(name: string, license: string): string[] {
  const copyright = license === 'MIT' && Object.hasOwn(COPYRIGHTS, name) ? COPYRIGHTS[name] : undefined;
  return copyright === undefined ? [] : [`MIT License\n\n${copyright}\n\n${MIT}`];
}
