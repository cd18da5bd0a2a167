import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface NodeProcess {
  port: number
  /** SIGKILL: it says and writes nothing more. */
  kill(): Promise<void>
}

/** @param redis null for a node that is alone */
export async function startNodeProcess(
  databaseUrl: string,
  redis: { url: string; prefix: string } | null,
): Promise<NodeProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', `${import.meta.dirname}/node-process.ts`], {
    env: { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: redis?.url ?? '', BUS_PREFIX: redis?.prefix ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [said] = await Promise.race([once(child.stdout, 'data'), ended])
  const port = Number(String(said).trim())
  if (!(port > 0)) throw new Error('the node did not start')
  return {
    port,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
