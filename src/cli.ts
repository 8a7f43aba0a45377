#!/usr/bin/env node
import { Command } from 'commander'
import { backup } from './cli/backup/backup.js'
import { configLines } from './cli/config-lines.js'
import { doctor } from './cli/doctor/doctor.js'
import { exitCodes } from './cli/exit-codes.js'
import { exportBranch } from './cli/export-branch.js'
import { importFile } from './cli/import/import-file.js'
import { moveStore } from './cli/move-store/move-store.js'
import { restore } from './cli/restore/restore.js'
import { setupCode } from './cli/setup-code.js'
import { speakUsage } from './cli/speak-usage.js'
import { createTerminal } from './cli/terminal.js'
import { loadEnvFile, readConfig, readLang } from './config.js'
import { ConfigError, StoreUnavailable } from './errors.js'
import { createWords } from './words.js'

const terminal = createTerminal(createWords(new URL('../locales/', import.meta.url)), readLang())
const { t } = terminal

const program = speakUsage(new Command('chibot'), t).description(t('cli-chibot')).showHelpAfterError()

program
  .command('start')
  .description(t('cli-start'))
  .action(async () => {
    const { run } = await import('./main.js')
    await run(readConfig())
  })

program
  .command('import')
  .description(t('cli-import'))
  .argument('<file>', t('cli-import-file'))
  .option('--branch <branch>', t('cli-import-branch-option'))
  .option('--dry-run', t('cli-import-dry-run-option'))
  .option('--yes', t('cli-import-yes-option'))
  .action(async (file: string, options: { dryRun?: boolean; branch?: string; yes?: boolean }) => {
    process.exitCode = await importFile({ config: readConfig(), terminal, file, ...options })
  })

program
  .command('export')
  .description(t('cli-export'))
  .argument('<branch>', t('cli-export-branch'))
  .action(async (branch: string) => {
    process.exitCode = await exportBranch({ config: readConfig(), terminal, branch })
  })

program
  .command('backup')
  .description(t('cli-backup'))
  .argument('<to>', t('cli-backup-to'))
  .action(async (to: string) => {
    process.exitCode = await backup({ config: readConfig(), terminal, to })
  })

program
  .command('restore')
  .description(t('cli-restore'))
  .argument('<backup>', t('cli-restore-backup'))
  .option('--check', t('cli-restore-check'))
  .option('--yes', t('cli-doctor-yes'))
  .action(async (file: string, options: { check?: boolean; yes?: boolean }) => {
    process.exitCode = await restore({ config: readConfig(), terminal, file, ...options })
  })

program
  .command('move-store')
  .description(t('cli-move'))
  .requiredOption('--to <store>', t('cli-move-target'))
  .action(async ({ to }: { to: string }) => {
    process.exitCode = await moveStore({ config: readConfig(), terminal, to })
  })

program
  .command('setup-code')
  .description(t('cli-setup-code'))
  .action(async () => {
    process.exitCode = await setupCode({ config: readConfig(), terminal })
  })

program
  .command('doctor')
  .description(t('cli-doctor'))
  .option('--retry <entry>', t('cli-doctor-retry'))
  .option('--resume <lane>', t('cli-doctor-resume'))
  .option('--yes', t('cli-doctor-yes'))
  .action(async (options: { retry?: string; resume?: string; yes?: boolean }) => {
    process.exitCode = await doctor({ readConfig, terminal, ...options })
  })

// A reader that has seen enough (`export … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  loadEnvFile()
  await program.parseAsync()
} catch (error) {
  process.exitCode = error instanceof ConfigError ? exitCodes.badConfig : exitCodes.failed
  if (error instanceof ConfigError) for (const line of configLines(t, error)) terminal.complain(line)
  else if (error instanceof StoreUnavailable) terminal.complain(t('cli-store-unavailable'))
  else terminal.complain(String((error as Error).stack))
}
