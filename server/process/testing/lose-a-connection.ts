import { once } from 'node:events'
import { createServer, connect as dial } from 'node:net'
import { connect } from '#db/client.ts'
import { outliveLostConnections } from '../outlive-lost-connections.ts'

/**
 * A process whose PostgreSQL goes away while the driver asks its first connection for types, and comes back: prints what
 * became of the statement that wanted the connection, and of the next one. With "heedless" it does as Node does.
 */
const [, , url = '', how] = process.argv
if (how !== 'heedless') outliveLostConnections()

const target = new URL(url)
let hasBeenAway = false
const between = createServer(near => {
  const far = dial(Number(target.port), target.hostname)
  near.on('error', () => far.destroy())
  near.on('close', () => far.destroy())
  far.on('error', () => near.destroy())
  far.on('close', () => near.destroy())
  far.pipe(near)
  near.on('data', chunk => {
    if (hasBeenAway || !chunk.includes('typarray')) far.write(chunk)
    else {
      hasBeenAway = true
      between.close()
      near.destroy()
    }
  })
})

const listen = (port: number): Promise<unknown> => once(between.listen(port, '127.0.0.1'), 'listening')
await listen(0)
const address = between.address()
const port = typeof address === 'object' && address ? address.port : 0
const client = connect(Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href, { max: 1 })

const first = await client.sql`select 1`.then(
  () => 'answered',
  ({ code }: { code: string }) => code,
)
await listen(port)
const [row] = await client.sql`select ${[1, 2]}::int[] as numbers`
process.stdout.write(`${first}, then ${JSON.stringify(row?.numbers)}\n`)
await client.close()
between.close()
