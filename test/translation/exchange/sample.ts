/** A page with everything that a translator translates, and what nobody may touch. */
export const SOURCE = `---
title: バケットの作成
description: バケットを作ります。
tejun:
  variables:
    BUCKET: { default: example-bucket, label: バケット名 }
---

## 目的 {/* #purpose */}

\`aws s3 mb\`で[バケット](./index.mdx)を作ります。

| 項目 | 値 |
|---|---|
| 名前 | \`BUCKET\` |

## 実行 {/* #run */}

- 次のコマンドを
  実行します。

\`\`\`bash command skip="時間がかかるため"
# 作成する
aws s3 mb s3://example-bucket
\`\`\`

\`\`\`text result
make_bucket: example-bucket
\`\`\`

> 名前は
> 世界で1つです。

\`\`\`text
作ったもの: バケット
\`\`\`
`;

/** Texts of the page in the order in which they stand there. */
export const TEXTS: readonly (readonly [id: string, source: string])[] = [
  ['title', 'バケットの作成'],
  ['description', 'バケットを作ります。'],
  ['tejun.variables.BUCKET.label', 'バケット名'],
  ['purpose.0', '目的'],
  ['purpose.1', '`aws s3 mb`で[バケット](./index.mdx)を作ります。'],
  ['purpose.2', '| 項目 | 値 |\n|---|---|\n| 名前 | `BUCKET` |'],
  ['run.0', '実行'],
  ['run.1', '次のコマンドを\n実行します。'],
  ['run.2', '時間がかかるため'],
  ['run.3', '作成する'],
  ['run.4', '名前は\n世界で1つです。'],
  ['run.5', '作ったもの: バケット'],
];

/** Korean for each of them. */
export const KOREAN: ReadonlyMap<string, string> = new Map([
  ['title', '버킷: 만들기'],
  ['description', '버킷을 만듭니다.'],
  ['tejun.variables.BUCKET.label', '버킷 이름, 새것'],
  ['purpose.0', '목적'],
  ['purpose.1', '`aws s3 mb`로 [버킷](./index.mdx)을 만듭니다.'],
  ['purpose.2', '| 항목 | 값 |\n|---|---|\n| 이름 | `BUCKET` |'],
  ['run.0', '실행'],
  ['run.1', '다음 명령을\n실행합니다.'],
  ['run.2', '시간이 걸리므로'],
  ['run.3', '만든다'],
  ['run.4', '이름은\n세계에 하나뿐입니다.'],
  ['run.5', '만든 것: 버킷'],
]);

export const TRANSLATED = `---
title: '버킷: 만들기'
description: 버킷을 만듭니다.
tejun:
  variables:
    BUCKET: { default: example-bucket, label: '버킷 이름, 새것' }
---

## 목적 {/* #purpose */}

\`aws s3 mb\`로 [버킷](./index.mdx)을 만듭니다.

| 항목 | 값 |
|---|---|
| 이름 | \`BUCKET\` |

## 실행 {/* #run */}

- 다음 명령을
  실행합니다.

\`\`\`bash command skip="시간이 걸리므로"
# 만든다
aws s3 mb s3://example-bucket
\`\`\`

\`\`\`text result
make_bucket: example-bucket
\`\`\`

> 이름은
> 세계에 하나뿐입니다.

\`\`\`text
만든 것: 버킷
\`\`\`
`;
