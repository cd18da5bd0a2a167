/*
 * Run by the tests: becomes the owner of the folder named by its argument, prints `{"url"}` or `{"error"}` as one line,
 * stops on SIGTERM, and exits without stopping on SIGUSR2. With a second argument `guest` it prints what a guest finds, and ends.
 */
import { runningEmbeddedDatabase, startEmbeddedDatabase } from '../../embedded.ts'
import { errorCode } from '../errors.ts'

function print(answer: { url?: string | null; error?: string }): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}

async function own(dataDir: string): Promise<void> {
  const database = await startEmbeddedDatabase({ dataDir })
  const keepAlive = setInterval(() => {}, 60_000)
  process.on('SIGINT', () => {})
  process.once('SIGUSR2', () => process.exit())
  process.once('SIGTERM', async () => {
    await database.stop()
    clearInterval(keepAlive)
  })
  print({ url: database.url })
}

const [dataDir = '', role] = process.argv.slice(2)
const work = role === 'guest' ? runningEmbeddedDatabase(dataDir).then(url => print({ url })) : own(dataDir)
work.catch(error => print({ error: errorCode(error) ?? String(error) }))
