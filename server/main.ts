import { readEnv } from './env.ts'
import { log } from './log.ts'
import { onExit } from './process/on-exit.ts'
import { outliveLostConnections } from './process/outlive-lost-connections.ts'
import { startErrorText } from './process/start-error.ts'
import { startServer } from './process/start-server.ts'

/** One line for the person at the terminal; an error that nobody foresaw is logged whole. */
function explainAndExit(error: unknown): never {
  const text = startErrorText(error, process.env.SAMSKRIFT_DATA ? { SAMSKRIFT_DATA: process.env.SAMSKRIFT_DATA } : null)
  if (text) process.stderr.write(`${text}\n`)
  else log.fatal({ err: error }, 'the server could not start')
  process.exit(1)
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

outliveLostConnections()
try {
  const env = readEnv()
  const starting = startServer(env, { dev: process.argv.includes('--dev'), say })
  onExit(async () => (await starting).stop())
  await starting
  process.stdout.write(`Samskrift: ${env.publicUrl}\n`)
} catch (error) {
  explainAndExit(error)
}
