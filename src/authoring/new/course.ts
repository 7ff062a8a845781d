import { newAccount } from './account.ts';

/** A course without pages: its overview by language, and its account. */
export interface CourseTexts {
  readonly ja: string;
  readonly en: string;
  readonly account: string;
}

export function newCourse(id: string): CourseTexts {
  return { ja: ja(id), en: en(id), account: newAccount };
}

const ja = (id: string) => `---
title: 新しいハンズオン (${id})
sidebar_position: 1
description: このハンズオンで何ができるようになるかを、1文で書きます。
---

このハンズオンで扱うサービスと、その使いどころを2、3文で説明します。

## 実践すること {/* #practice */}

1. はじめに実施することを書きます。
2. 次に実施することを書きます。
3. 作成したものを削除し、はじめの状態に戻します。

所要時間と、AWSの料金がかかるかどうかを書きます。

## 必要なもの {/* #requirements */}

| 必要なもの | 説明 |
|---|---|
| シェル | bashが使える環境 (Linux、macOS、WSLなど) |
| AWS CLI | バージョン1またはバージョン2 |
| IAMユーザ | アクセスキーを1つ持ち、それが\`~/.aws/credentials\`の\`[default]\`に設定されていること |

## 手順の一覧 {/* #pages */}

| 手順 | 内容 |
|---|---|
| 1.1. 最初の手順 | 何をする手順かを書き、手順のファイルにリンクします |

手順は上から順に、同じターミナルで実施します。各手順の\`結果(例)\`に書かれたIDや日時、アカウント番号は例です。お使いの環境では、別の値になります。

## 途中でやめるとき {/* #way-back */}

途中でやめたときに、はじめの状態へ戻す方法を書きます。
`;

const en = (id: string) => `---
title: New course (${id})
sidebar_position: 1
description: Say in one sentence what readers can do after this course.
---

Explain in two or three sentences which services this course uses, and what they are for.

## What you will do {/* #practice */}

1. Write what comes first.
2. Write what comes next.
3. Remove what you made, so that everything is as before.

Say how long it takes, and whether AWS charges for it.

## What you need {/* #requirements */}

| What | Details |
|---|---|
| A shell | Any environment with bash (Linux, macOS, WSL and so on) |
| AWS CLI | Version 1 or version 2 |
| An IAM user | With one access key, which is set as \`[default]\` in \`~/.aws/credentials\` |

## The pages {/* #pages */}

| Page | What it does |
|---|---|
| 1.1. The first page | Say what it does, and link to its file |

Follow the pages from top to bottom, in one terminal. The ids, times and account numbers in each \`Result (example)\` are examples: yours will be different.

## If you stop halfway {/* #way-back */}

Say how to get back to where one started from.
`;
