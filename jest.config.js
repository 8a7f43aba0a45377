// Where CI asks for it, the results go to a file as well.
const results = process.env.CHIBOT_TEST_RESULTS

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  globalSetup: '<rootDir>/test/support/mongo-start.mjs',
  globalTeardown: '<rootDir>/test/support/mongo-stop.mjs',
  maxWorkers: 2,
  // A guard against hanging, not a measure: the machines are noisy.
  testTimeout: 60_000,
  ...(results ? { reporters: ['default', ['<rootDir>/test/support/json-reporter.mjs', { file: results }]] } : {}),
}
