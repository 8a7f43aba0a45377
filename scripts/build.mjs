// Builds dist/: the compiled sources beside the words, the page's files and the demo data they read.
import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
for (const folder of ['locales', 'data', 'src/web/pages/static']) cpSync(folder, `dist/${folder}`, { recursive: true })
