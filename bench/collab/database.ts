import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { connect, migrateDatabase } from '#db/client.ts'
import { readPostmasterFile } from '#db/embedded/postmaster.ts'
import { type EmbeddedDatabase, startEmbeddedDatabase } from '#db/embedded.ts'
import { processTree, signal, type Usage, usageOf } from './processes.ts'

const TEMPLATE = 'bench_template'

/** A PostgreSQL of our own that everything is stored in, and that is deleted in the end. */
export class BenchDatabase {
  private made = 0

  private constructor(
    private readonly dataDir: string,
    private server: EmbeddedDatabase,
    private postmaster: number,
  ) {}

  static async start(): Promise<BenchDatabase> {
    const dataDir = await realpath(await mkdtemp(join(tmpdir(), 'samskrift-bench-collab-')))
    // PostgreSQL's account must be able to enter it.
    await chmod(dataDir, 0o755)
    const server = await startEmbeddedDatabase({ dataDir })
    return new BenchDatabase(dataDir, server, await postmasterOf(dataDir))
  }

  /** @param fill puts into the template what every copy of it shall have */
  async makeTemplate(fill: (url: string) => Promise<void>): Promise<void> {
    await this.query(`create database ${TEMPLATE}`)
    const client = connect(this.urlOf(TEMPLATE))
    await migrateDatabase(client)
    await client.close()
    await fill(this.urlOf(TEMPLATE))
  }

  /** An empty database, or a copy of the template. @returns its name */
  async create(from: 'empty' | 'template'): Promise<string> {
    this.made += 1
    const name = `bench_${this.made}`
    await this.query(`create database ${name}${from === 'template' ? ` template ${TEMPLATE}` : ''}`)
    return name
  }

  async drop(name: string): Promise<void> {
    await this.query(`drop database if exists ${name} with (force)`)
  }

  urlOf(name: string): string {
    return Object.assign(new URL(this.server.url), { pathname: `/${name}` }).href
  }

  async setting(name: string): Promise<string> {
    const [row] = await this.query(`select current_setting('${name}') as value`)
    return String(row?.value)
  }

  usage(): Usage {
    return usageOf(this.postmaster)
  }

  /** The postmaster and all its backends at once; nothing is written any more. */
  kill(): void {
    for (const { pid } of processTree(this.postmaster)) signal(pid, 'SIGKILL')
  }

  /** Recovers what was killed. The port is another one then. */
  async restart(): Promise<void> {
    await this.server.stop()
    this.server = await startEmbeddedDatabase({ dataDir: this.dataDir })
    this.postmaster = await postmasterOf(this.dataDir)
  }

  async delete(): Promise<void> {
    await this.server.stop()
    const cluster = await realpath(join(this.dataDir, 'postgres'))
    if (dirname(cluster) !== this.dataDir) await rm(dirname(cluster), { recursive: true, force: true })
    await rm(this.dataDir, { recursive: true, force: true })
  }

  private async query(text: string): Promise<Record<string, unknown>[]> {
    const client = connect(this.server.url, { max: 1 })
    try {
      return await client.sql.unsafe(text)
    } finally {
      await client.close()
    }
  }
}

async function postmasterOf(dataDir: string): Promise<number> {
  const file = await readPostmasterFile(join(dataDir, 'postgres'))
  if (!file) throw new Error('PostgreSQL has no pid file')
  return file.pid
}
