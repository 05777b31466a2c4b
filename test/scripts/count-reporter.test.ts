/** The last line of a run: what it counts, and that nothing that passed only at its second try is hidden in it. */
import { afterEach, expect, it, vi } from 'vitest';
import type { TestCase, TestModule } from 'vitest/node';
import CountReporter from '../../scripts/build/count-reporter';

const test = (state: string, errors: readonly string[] = [], flaky = false) =>
  ({
    fullName: `a test that ${state}`,
    module: { relativeModuleId: 'test/e2e/made-up.test.ts' },
    result: () => ({ state, errors: errors.map((message) => ({ message })) }),
    diagnostic: () => ({ flaky }),
  }) as unknown as TestCase;
const moduleOf = (state: string, tests: readonly TestCase[]) =>
  ({ state: () => state, children: { size: tests.length, allTests: () => tests } }) as unknown as TestModule;

function told(modules: readonly TestModule[], unhandled: readonly unknown[] = []): string {
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  new CountReporter().onTestRunEnd(modules, unhandled);
  return said.join('');
}

afterEach(() => void vi.restoreAllMocks());

it('counts tests, files that broke before any, and errors of nobody', () => {
  const modules = [moduleOf('failed', [test('passed'), test('failed', ['no']), test('skipped')]), moduleOf('failed', [])];
  expect(told(modules, [new Error('loose')])).toBe('\n1 passed, 3 failed, 1 skipped');
});

it('names what passed only at its second try, with what the first met', () => {
  const modules = [moduleOf('passed', [test('passed'), test('passed', ['Waited for the card\nat x.ts:3'], true)])];
  expect(told(modules)).toBe(
    '\nAt the second try: test/e2e/made-up.test.ts > a test that passed\n  at first: Waited for the card' +
      '\n2 passed (1 at the second try), 0 failed, 0 skipped',
  );
});
