import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm run start:cluster` in a process of its own. */
export class ClusterProcess {
  private constructor(
    readonly dataDir: string,
    private readonly child: ChildProcess,
    readonly ended: Promise<unknown>,
  ) {}

  /** Resolves when every node has printed its address. */
  static async start(nodes: number, port: number): Promise<ClusterProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'samskrift-cluster-'))
    const args = ['--import', 'tsx', 'server/cluster/main.ts', '--nodes', String(nodes), '--port', String(port)]
    const child = spawn(process.execPath, args, {
      env: { ...process.env, SAMSKRIFT_DATA: dataDir, DATABASE_URL: '', REDIS_URL: '', DEMO: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      printed += String(chunk)
      if (printed.split('\n').length > nodes) {
        child.stdout.resume()
        return new ClusterProcess(dataDir, child, once(child, 'exit'))
      }
    }
    throw new Error('the nodes did not start')
  }

  /** Ctrl-C; the exit code. */
  async interrupt(): Promise<number | null> {
    this.child.kill('SIGINT')
    const [code] = (await this.ended) as [number | null]
    return code
  }
}
