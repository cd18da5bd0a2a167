// Hocuspocus with its own defaults (stores 2 s after the last change, 10 s at the latest), on PostgreSQL.
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, idleTimeoutMillis: 0 })
await pool.query('create table if not exists document (name text primary key, data bytea not null)')
const database = new Database({
  async fetch({ documentName }) {
    const { rows } = await pool.query('select data from document where name = $1', [documentName])
    return rows[0]?.data ?? null
  },
  async store({ documentName, state }) {
    await pool.query(
      'insert into document (name, data) values ($1, $2) on conflict (name) do update set data = excluded.data',
      [documentName, state],
    )
  },
})
await new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true, extensions: [database] }).listen()
