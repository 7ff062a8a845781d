import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { describeStep, type PageReport, type StepReport } from '../../src/doctest/index.ts';
import type { Page, Step } from '../../src/procedure/index.ts';
import type {} from './worker.ts';

export interface RunEvents {
  /** A step is about to be run. @returns what is called when it has been */
  step?(page: Page, step: Step): (() => void) | undefined;
  /** A page has been run to its end. */
  page?(report: PageReport): void;
  /** A run has ended; when watching, there are several. */
  end(pages: readonly PageReport[], errors: readonly string[]): void;
}

/** A Vitest reporter that turns modules and tests back into pages and steps. */
export function collectReports(
  root: string,
  pageOf: (file: string) => Page | undefined,
  events: RunEvents,
): Reporter {
  let pages: PageReport[] = [];
  let stepOver: (() => void) | undefined;
  let announced: string | undefined;
  const endStep = (): void => {
    stepOver?.();
    stepOver = undefined;
  };
  const announce = (test: TestCase): void => {
    if (!events.step) return;
    const page = pageOf(fileOf(test.module));
    const step = page?.steps[placeOf(test)];
    if (!page || !step || announced === test.id) return;
    announced = test.id;
    stepOver = events.step(page, step);
  };
  const fileOf = (module: TestModule): string => relative(root, module.moduleId).replaceAll('\\', '/');
  return {
    onTestRunStart() {
      pages = [];
      announced = undefined;
    },
    onTestCaseReady: announce,
    // Vitest gathers what it tells of tests, and may tell of one only when it is over: too late for a wait.
    onTestCaseAnnotate: announce,
    onTestCaseResult: endStep,
    onTestModuleEnd(module) {
      const file = fileOf(module);
      const page = pageOf(file);
      const steps = stepReports(module, page);
      const errors = moduleErrors(file, module);
      const [suite] = module.children.suites();
      const recorded = suite?.meta().tejunRecorded;
      const report = { page: page?.id ?? file, locale: page?.locale ?? '', file, steps, errors, recorded };
      pages.push(report);
      events.page?.(report);
    },
    onTestRunEnd(_, unhandled) {
      endStep(); // of a step that never ended, because its worker died
      events.end(
        pages,
        unhandled.map(({ message, stack }) => stack ?? message),
      );
    },
  };
}

const placeOf = (test: TestCase): number => [...test.module.children.allTests()].indexOf(test);

function stepReports(module: TestModule, page: Page | undefined): StepReport[] {
  return [...module.children.allTests()].flatMap((test, index) => {
    const report = test.meta().tejun;
    if (report) return [report];
    const step = page?.steps[index];
    if (!step || test.options.mode !== 'skip') return [];
    return [
      {
        ...describeStep(step),
        status: 'skipped',
        durationMs: 0,
        reason: 'its name does not match the filter',
      },
    ];
  });
}

/** Failures that belong to no step: a page that cannot be read any more, a hook or a module that broke. */
function moduleErrors(file: string, module: TestModule): string[] {
  const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors());
  const tests = [...module.children.allTests()]
    .filter((test) => test.meta().tejun === undefined)
    .flatMap((test) => test.result().errors ?? []);
  return [...module.errors(), ...suites, ...tests].map(({ message }) =>
    message.startsWith(file) ? message : `${file}: ${message}`,
  );
}
