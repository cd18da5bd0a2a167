import '../process/demand-node.ts'
import '../node-env.ts'
import { parseArgs } from 'node:util'
import { readEnv } from '../env.ts'
import { log } from '../log.ts'
import { RedisMissingError, RedisStartError } from '../process/local-redis.ts'
import { onExit } from '../process/on-exit.ts'
import { startErrorText } from '../process/start-error.ts'
import { NodeStartError } from './node-child.ts'
import { startCluster } from './start-cluster.ts'
import { text } from './sv.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

function explanation(error: unknown): string | null {
  if (error instanceof RedisMissingError) return text.redisMissing
  if (error instanceof RedisStartError) return text.redisFailed(error.message)
  if (error instanceof NodeStartError) return text.nodeFailed(error.port)
  const folder = process.env.SAMSKRIFT_DATA
  return startErrorText(error, folder ? { SAMSKRIFT_DATA: folder } : null)
}

function explainAndExit(error: unknown): never {
  const line = explanation(error)
  if (line) say(line)
  else log.fatal({ err: error }, 'the nodes could not start')
  process.exit(1)
}

/** null for arguments that make no sense. */
function readArguments(): { nodes: number; port: number } | null {
  try {
    const { values } = parseArgs({
      options: { nodes: { type: 'string', default: '2' }, port: { type: 'string', default: '3000' } },
    })
    const [nodes, port] = [Number(values.nodes), Number(values.port)]
    const makesSense = Number.isInteger(nodes) && nodes >= 1 && Number.isInteger(port) && port >= 1
    return makesSense && port + nodes <= 65_536 ? { nodes, port } : null
  } catch {
    return null
  }
}

const chosen = readArguments()
if (!chosen) {
  say(text.usage)
  process.exit(1)
}
try {
  const starting = startCluster(readEnv(), { ...chosen, say })
  let stopping = false
  onExit(async () => {
    stopping = true
    await (await starting).stop()
  })
  const { nodes, stop } = await starting
  let left = nodes.length
  for (const node of nodes) {
    void node.ended.then(async () => {
      left -= 1
      if (stopping) return
      say(text.nodeEnded(node.port))
      if (left > 0) return
      await stop()
      process.exit(1)
    })
  }
} catch (error) {
  explainAndExit(error)
}
