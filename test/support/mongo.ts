import { appendFileSync } from 'node:fs'
import { describe } from '@jest/globals'
import { createConnection } from 'mongoose'

const server = process.env['CHIBOT_TEST_MONGO']

/** The test server's address with a database of the test's own. */
export function mongoUri(database: string): string {
  if (server === undefined) throw new Error('no MongoDB server in this run')
  const [, hosts, query] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(server)!
  return `${hosts}/${database}${query ?? ''}`
}

export async function dropDatabase(database: string): Promise<void> {
  const connection = await createConnection(mongoUri(database)).asPromise()
  await connection.dropDatabase()
  await connection.destroy()
}

/** A suite that needs MongoDB; without a server it is skipped, and the run says so at its end. */
export function describeMongo(name: string, suite: () => void): void {
  if (server !== undefined) return describe(name, suite)
  const file = process.env['CHIBOT_TEST_SKIPPED']
  if (file !== undefined) appendFileSync(file, `${name} (no MongoDB server)\n`)
  describe.skip(`${name} (no MongoDB server)`, suite)
}
