// What any server of this protocol on Node and ws must spend at least: it passes bytes on and does nothing else. No login,
// no rights, no look into a frame beyond its first two bytes, no merging, no database, nothing kept of what is written.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'
import { MESSAGE } from '#editor/core/collab-protocol.ts'
import { answerMessage, askMessage, EMPTY_STATE_VECTOR, EMPTY_UPDATE } from './load/wire.ts'

const [ASK, UPDATE] = [0, 2]
/** y-websocket gives up after 30 s of silence. */
const KEEP_ALIVE = 25_000
const KEEP_ALIVE_FRAME = answerMessage('y-websocket', '', EMPTY_UPDATE)

const rooms = new Map<string, Set<WebSocket>>()
const server = createServer((_request, response) => response.end())
const sockets = new WebSocketServer({ server, perMessageDeflate: false, skipUTF8Validation: true })

/** The text that a room has from the start, as a file. */
const stateOf = (room: string): Promise<Uint8Array> =>
  readFile(join(process.env.BARE_FOLDER ?? '', room)).catch(() => EMPTY_UPDATE)

sockets.on('connection', (socket, request) => {
  const name = (request.url ?? '').slice(1)
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  const timer = setInterval(() => socket.send(KEEP_ALIVE_FRAME), KEEP_ALIVE)
  socket.on('close', () => {
    clearInterval(timer)
    room.delete(socket)
  })
  socket.on('message', (frame: Buffer) => {
    if (frame[0] !== MESSAGE.sync) return
    if (frame[1] === ASK) void stateOf(name).then(state => socket.send(answerMessage('y-websocket', '', state)))
    if (frame[1] === UPDATE) for (const other of room) if (other !== socket) other.send(frame)
  })
  socket.send(askMessage('y-websocket', '', EMPTY_STATE_VECTOR))
})
server.listen(Number(process.env.PORT), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
