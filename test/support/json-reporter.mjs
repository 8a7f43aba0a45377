import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** Lines of a failure as Jest words it. */
const LINES = 12

/** Writes the sums of a run, and what failed in it, where CI reads them. */
export default class JsonReporter {
  constructor(_globalConfig, { file }) {
    this.file = file
  }

  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, snapshot, wasInterrupted } = results
    // Jest sets its own `success` only after the reporters have been called.
    const success = numFailedTests === 0 && numFailedTestSuites === 0 && !snapshot.failure && !wasInterrupted
    const failures = results.testResults.flatMap(failuresOf)
    writeFileSync(this.file, JSON.stringify({ numPassedTests, numFailedTests, numPendingTests, success, failures }))
  }
}

function failuresOf({ testFilePath, testResults, failureMessage, testExecError }) {
  const file = relative('', testFilePath)
  if (testExecError) return [`${file} did not run\n${shown(failureMessage)}`]
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${file} › ${fullName}\n${shown(failureMessages.join('\n'))}`)
}

const shown = (message) => stripVTControlCharacters(message).split('\n').slice(0, LINES).join('\n')
