/** Sentences on calls that a recording does not answer. `called`: a command line in backquotes. */
export interface AnswerTexts {
  notRecorded(called: string): string;
  otherArguments(called: string, recorded: string): string;
  onlyOften(called: string, times: number): string;
  noLongerCalled(recorded: string): string;
  inLaterStep(called: string): string;
  /** On a command that is no step of the page. */
  onlySteps(called: string): string;
  noRecording(): string;
}

const EN: AnswerTexts = {
  notRecorded: (called) => `${called} was not recorded.`,
  otherArguments: (called, recorded) => `${called} was recorded with other arguments: ${recorded}.`,
  onlyOften: (called, times) =>
    `${called} was recorded only ${times === 1 ? 'once' : `${times} times`} in this step.`,
  noLongerCalled: (recorded) => `The step no longer calls ${recorded}, which was recorded.`,
  inLaterStep: (called) =>
    `${called} was recorded in a later step of this page: run the steps before it first.`,
  onlySteps: (called) =>
    `${called} was not recorded. A recording answers on this page: it knows only the calls of its steps.`,
  noRecording: () => 'The page has no recording.',
};

const JA: AnswerTexts = {
  notRecorded: (called) => `${called}の記録はありません。`,
  otherArguments: (called, recorded) => `${called}の記録はありません。記録した呼び出しは${recorded}です。`,
  onlyOften: (called, times) => `このステップで${called}を記録した回数は${times}回だけです。`,
  noLongerCalled: (recorded) => `記録にある${recorded}を、ステップが呼び出していません。`,
  inLaterStep: (called) =>
    `${called}は、このページの後のステップで記録しています。そこまでのステップを先に実行してください。`,
  onlySteps: (called) =>
    `${called}の記録はありません。このページでは記録が応答するため、ステップの呼び出しだけを実行できます。`,
  noRecording: () => 'このページには記録がありません。',
};

export const answerTexts = (locale: string): AnswerTexts => (locale === 'ja' ? JA : EN);
