import { connect } from '#db/client.ts'
import type { Actor } from '../../policies/actor.ts'
import { confirmImport } from '../confirm-import.ts'

// Dies in the middle of an import, as a process does that is killed: nothing is closed, nothing rolled back by itself.
const [url = '', actor = '', draftId = ''] = process.argv.slice(2)
await confirmImport(connect(url), JSON.parse(actor) as Actor, draftId, {
  onProgress: ({ phase }) => {
    if (phase === 'writing') process.kill(process.pid, 'SIGKILL')
  },
})
