/**
 * Closes a test run with one plain line, `N passed, N failed, N skipped`, for people and machines that read only the end. Tests that
 * passed only at their second try are named before it, each with what the first try met, and counted in it: none is hidden.
 */
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** A test's place, and the first line of what its first try met. */
function secondTry(test: TestCase): string {
  const [first] = test.result().errors ?? [];
  return `At the second try: ${test.module.relativeModuleId} > ${test.fullName}\n  at first: ${first?.message.split('\n')[0] ?? 'no error told'}`;
}

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    const again: TestCase[] = [];
    for (const module of modules) {
      if (module.state() === 'failed' && !module.children.size) count.failed += 1;
      for (const test of module.children.allTests()) {
        count[test.result().state] += 1;
        if (test.diagnostic()?.flaky) again.push(test);
      }
    }
    for (const test of again) console.log(`\n${secondTry(test)}`);
    const late = again.length ? ` (${again.length} at the second try)` : '';
    console.log(`\n${count.passed} passed${late}, ${count.failed} failed, ${count.skipped + count.pending} skipped`);
  }
}
