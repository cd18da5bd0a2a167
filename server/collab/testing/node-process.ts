import { connect } from '#db/client.ts'
import { RedisBus } from '../bus/redis-bus.ts'
import { startCollab } from './world.ts'

/** A node in a process of its own, which can be killed: prints its port. */
const { DATABASE_URL = '', REDIS_URL = '', BUS_PREFIX = '' } = process.env
const client = connect(DATABASE_URL, { max: 3 })
const bus = REDIS_URL ? { bus: new RedisBus({ url: REDIS_URL, prefix: BUS_PREFIX }) } : {}
const { port } = await startCollab({ client }, { ...bus, events: true })
process.stdout.write(`${port}\n`)
