import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '#db/project-folder.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import type { Tuning } from '#server/collab/tuning.ts'
import { bundleTogether } from '#server/process/bundle.ts'
import type { BenchDatabase } from './database.ts'
import type { BenchDocument } from './documents.ts'
import type { Address, Place } from './load/raw-client.ts'
import { makeReports } from './our-rows.ts'
import type { Command } from './server.ts'

export type SubjectName = 'ours' | 'hocuspocus' | 'y-websocket' | 'bare'

/** Where one measurement of one server takes place: a store of its own, empty at first. */
export interface Stage {
  /** Asked for at each start, because a database that was killed comes back on another port. */
  command(): Command
  address: Address
  /** Documents to write in. @returns whether `document` is in them already, or must be sent there */
  makePlaces(count: number, document: BenchDocument | null): Promise<{ places: Place[]; filled: boolean }>
  dispose(): Promise<void>
}

export interface StageOptions {
  database: BenchDatabase
  port: number
  /** For files of its own. */
  folder: string
  tuning: Partial<Tuning>
}

export interface Subject {
  name: SubjectName
  label: string
  stage(options: StageOptions): Promise<Stage>
}

const PEERS = new URL('peers/', import.meta.url).pathname

const madeUpPlaces: Stage['makePlaces'] = async (count, document) => ({
  places: Array.from({ length: count }, () => ({
    room: `b${randomBytes(6).toString('hex')}`,
    root: document?.roots[0] ?? '00000000-0000-4000-8000-000000000000',
  })),
  filled: false,
})

/** Built as `npm start` builds the server. @returns the built bench/collab/our-server.ts */
export async function buildOurs(): Promise<string> {
  const folder = join(projectFolder(), 'node_modules/.cache/bench-collab')
  await bundleTogether(['bench/collab/our-server.ts', 'server/documents/document-worker.ts'], folder)
  return join(folder, 'our-server.mjs')
}

/**
 * @param program of {@link buildOurs}
 * @param cookies sessions of the people in the template database
 */
export function ours(program: string, secret: string, cookies: string[]): Subject {
  return {
    name: 'ours',
    label: 'Samskrift',
    async stage({ database, port, tuning }) {
      const name = await database.create('template')
      const origin = `http://127.0.0.1:${port}`
      return {
        command: () => ({
          args: ['--import', 'tsx', program],
          cwd: process.cwd(),
          env: {
            PORT: String(port),
            PUBLIC_URL: origin,
            DATABASE_URL: database.urlOf(name),
            AUTH_SECRET: secret,
            LOG_LEVEL: 'info',
            BENCH_TUNING: JSON.stringify(tuning),
          },
        }),
        address: {
          dialect: 'y-websocket',
          url: `ws://127.0.0.1:${port}/collab`,
          query: `?v=${EDITOR_VERSION}`,
          origin,
          cookies,
        },
        makePlaces: async (count, document) => ({
          places: await makeReports(database.urlOf(name), count, document),
          filled: true,
        }),
        dispose: () => database.drop(name),
      }
    },
  }
}

const plainAddress = (dialect: Address['dialect'], port: number): Address => ({
  dialect,
  url: `ws://127.0.0.1:${port}`,
  query: '',
  origin: null,
  cookies: [],
})

export const hocuspocus: Subject = {
  name: 'hocuspocus',
  label: 'Hocuspocus, extension-database on PostgreSQL',
  async stage({ database, port }) {
    const name = await database.create('empty')
    return {
      command: () => ({
        args: ['hocuspocus.mjs'],
        cwd: PEERS,
        env: { PORT: String(port), DATABASE_URL: database.urlOf(name) },
      }),
      address: plainAddress('hocuspocus', port),
      makePlaces: madeUpPlaces,
      dispose: () => database.drop(name),
    }
  },
}

/** It imports y-leveldb whether it is told to store or not, so without that there is no such peer. */
export const yWebsocket: Subject = {
  name: 'y-websocket',
  label: '@y/websocket-server, y-leveldb',
  async stage({ port, folder }) {
    const env = { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: `${folder}/level` }
    return {
      command: () => ({ args: ['node_modules/@y/websocket-server/src/server.js'], cwd: PEERS, env }),
      address: plainAddress('y-websocket', port),
      makePlaces: madeUpPlaces,
      dispose: async () => {},
    }
  },
}

/** No server to choose, but the least that one can cost: see bare-server.ts. */
export const bare: Subject = {
  name: 'bare',
  label: 'bytes passed on, nothing else',
  async stage({ port, folder }) {
    const env = { PORT: String(port), BARE_FOLDER: folder }
    return {
      command: () => ({ args: ['--import', 'tsx', 'bench/collab/bare-server.ts'], cwd: process.cwd(), env }),
      address: plainAddress('y-websocket', port),
      async makePlaces(count, document) {
        const { places } = await madeUpPlaces(count, document)
        if (document) for (const { room } of places) await writeFile(join(folder, room), document.state)
        return { places, filled: true }
      },
      dispose: async () => {},
    }
  },
}
