// @ts-check
// One line per file of tests, with the failures in full under it; and the counts
// into the file that run-suite.mjs names.
const { writeFileSync } = require('node:fs');

module.exports = class CalmReporter {
  /**
   * @param {{ path: string }} test
   * @param {import('@jest/test-result').TestResult} result
   */
  onTestResult(test, result) {
    const { numPassingTests: passed, numFailingTests: failed, perfStats, failureMessage } = result;
    const ok = failed === 0 && !result.testExecError;
    const file = test.path.replace(`${process.cwd()}/`, '');
    const seconds = ((perfStats.end - perfStats.start) / 1000).toFixed(1);
    const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
    const lines = [`  ${ok ? '✓' : '✗'} ${file}: ${counts} (${seconds} s)`];
    if (failureMessage) lines.push(failureMessage);
    // What the tests have printed only matters when something is wrong.
    if (!ok) for (const { type, message } of result.console ?? []) lines.push(`  ${type}: ${message}`);
    process.stderr.write(`${lines.join('\n')}\n`);
  }

  /**
   * @param {unknown} _contexts
   * @param {import('@jest/test-result').AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites } = results;
    // A file that could not even be loaded counts as one failure.
    const outcome = { passed, failed: numFailedTests + numRuntimeErrorTestSuites };
    if (process.env.MANYHALLS_RESULTS) writeFileSync(process.env.MANYHALLS_RESULTS, JSON.stringify(outcome));
  }

  getLastError() {
    // Failures are counted from the results, not from an error of the reporter.
  }
};
