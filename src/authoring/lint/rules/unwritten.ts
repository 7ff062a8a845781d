import { say } from '../../../language/index.ts';
import type { Found, TextRule } from '../types.ts';

/** Sentences with which `tejun new` tells a writer what to write in their place. */
const INSTRUCTIONS = [
  'このハンズオンで何ができるようになるかを、1文で書きます。',
  'このハンズオンで扱うサービスと、その使いどころを2、3文で説明します。',
  'はじめに実施することを書きます。',
  '次に実施することを書きます。',
  '所要時間と、AWSの料金がかかるかどうかを書きます。',
  '何をする手順かを書き、手順のファイルにリンクします',
  '途中でやめたときに、はじめの状態へ戻す方法を書きます。',
  'この手順で何をするかを、1文で書きます。',
  'この手順で達成することを書きます。',
  '次に進む手順へのリンクを書きます。',
  'Say in one sentence what readers can do after this course.',
  'Explain in two or three sentences which services this course uses, and what they are for.',
  'Write what comes first.',
  'Write what comes next.',
  'Say how long it takes, and whether AWS charges for it.',
  'Say what it does, and link to its file',
  'Say how to get back to where one started from.',
  'Say in one sentence what this page does.',
  'Say what this page achieves.',
  'Link to the page that comes next.',
];
const TITLE = /^title: ((?:新しい(?:手順|ハンズオン)|New (?:page|course)) \(.+\))$/gm;
/** The whole of a paragraph, of a value of the front matter, of an item of a list or of a cell. */
const WHOLE = /^(?:description: |\d+\. |\|[^|\n]*\| )?(.+?)(?: \|)?$/gm;

/** Text of `tejun new` that its writer has not replaced: readers would see it. */
export const unwrittenRule: TextRule = {
  name: 'unwritten',
  reads: 'text',
  find(text) {
    const titles = [...text.matchAll(TITLE)];
    const sentences = [...text.matchAll(WHOLE)].filter(([, whole = '']) => INSTRUCTIONS.includes(whole));
    return [...titles, ...sentences].map((match): Found => {
      const [line, written = ''] = match;
      return {
        index: match.index + line.indexOf(written),
        text: written,
        message: say`"${written}" is the text of a new page: its readers would see it.`,
        fix: say`Write the page's own text in its place.`,
      };
    });
  },
};
