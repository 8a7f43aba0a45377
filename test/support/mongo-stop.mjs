import { existsSync, readFileSync } from 'node:fs'

/** Stops what mongo-start began, and names what did not run. */
export default async function stopMongo() {
  await globalThis.chibotTestMongo?.stop()
  const file = process.env.CHIBOT_TEST_SKIPPED
  if (file === undefined || !existsSync(file)) return
  const suites = [...new Set(readFileSync(file, 'utf8').trim().split('\n'))]
  process.stdout.write(`\nThese did not run: ${suites.join('; ')}\n`)
}
