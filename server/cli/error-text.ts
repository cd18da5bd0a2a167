import { CommanderError } from 'commander'
import { readEnv } from '../env.ts'
import { startErrorText } from '../process/start-error.ts'
import { CliError } from './cli-error.ts'
import { sv } from './sv.ts'
import { usageText } from './swedish.ts'

/** What went wrong, in Swedish and on one line. */
export function cliErrorText(error: unknown): string {
  if (error instanceof CliError) return error.message
  if (error instanceof CommanderError) return usageText(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = sv.errors.codes[code]
  if (known) return known
  const start = startErrorText(error, code === 'env' ? null : readEnv())
  return start ?? sv.errors.unforeseen(error instanceof Error ? error.message : String(error))
}
