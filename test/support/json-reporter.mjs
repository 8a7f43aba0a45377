import { writeFileSync } from 'node:fs'

/** Writes the sums of a run where CI reads them. */
export default class JsonReporter {
  constructor(_globalConfig, { file }) {
    this.file = file
  }

  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, snapshot, wasInterrupted } = results
    // Jest sets its own `success` only after the reporters have been called.
    const success = numFailedTests === 0 && numFailedTestSuites === 0 && !snapshot.failure && !wasInterrupted
    writeFileSync(this.file, JSON.stringify({ numPassedTests, numFailedTests, numPendingTests, success }))
  }
}
