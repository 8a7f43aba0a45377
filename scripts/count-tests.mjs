// Closes a run: sums what Jest wrote, names what failed, prints `N passed, N failed, N skipped`, fails where anything did.
import { existsSync, readFileSync } from 'node:fs'

const failedBefore = process.argv.at(-1) !== '0'
const files = process.argv.slice(2, -1)
const sum = { passed: 0, failed: 0, skipped: 0 }
let broken = failedBefore
for (const file of files) {
  if (!existsSync(file)) {
    broken = true
    continue
  }
  const result = JSON.parse(readFileSync(file, 'utf8'))
  sum.passed += result.numPassedTests
  sum.failed += result.numFailedTests
  sum.skipped += result.numPendingTests
  if (!result.success) broken = true
  for (const failure of result.failures) console.log(`FAILED ${failure}`)
}
if (broken && sum.failed === 0) sum.failed = 1
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exitCode = broken ? 1 : 0
