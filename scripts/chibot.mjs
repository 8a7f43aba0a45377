// `npm run chibot -- <command>`: builds once where nothing is built yet, then hands everything to the command line.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const cli = 'dist/src/cli.js'
if (!existsSync(cli)) execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] })
const { status } = spawnSync(process.execPath, ['--enable-source-maps', cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
