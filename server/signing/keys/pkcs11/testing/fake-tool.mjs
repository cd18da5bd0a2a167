// Stands in for pkcs11-tool where there is no device: a real process with a real key that speaks as OpenSC's does.
// The first argument is the file that says what it holds and what goes wrong; what it was asked is noted beside it.
import { createHash, createPrivateKey, sign } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'

const [, , file, ...asked] = process.argv
const device = JSON.parse(readFileSync(file, 'utf8'))
const option = name => asked.find(given => given.startsWith(`--${name}=`))?.slice(name.length + 3)
const has = name => asked.includes(`--${name}`)
appendFileSync(`${file}.calls`, `${JSON.stringify({ asked, environment: Object.keys(process.env) })}\n`)

function fail(...lines) {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}
const refuse = (call, value) => fail(`error: PKCS11 function ${call} failed: rv = ${value} (0x0)`, 'Aborting.')

if (!option('module').endsWith('device.so'))
  fail(`sc_dlopen failed: ${option('module')}`, 'error: Failed to load pkcs11 module')
if (option('token-label') !== device.token) fail(`No slot with token named "${option('token-label')}" found`)
if (has('login')) {
  const pin = process.env[option('pin').replace(/^env:/, '')]
  if (device.refuses) refuse('C_Login', device.refuses)
  if (pin !== device.pin) refuse('C_Login', 'CKR_PIN_INCORRECT')
}

const listed = ({ label, id, key }) =>
  `${has('login') && key ? `Private Key Object; RSA \n  label:      ${label}\n  ID:         ${id}\n  Usage:      sign\n` : ''}` +
  `Certificate Object; type = X.509 cert\n  label:      ${label}\n  subject:    DN: C=SE, CN=${label}\n  ID:         ${id}\n`

const object = () => device.objects.find(({ id }) => id === option('id'))

async function answer() {
  if (has('list-objects')) return process.stdout.write(device.objects.map(listed).join(''))
  if (has('read-object')) return process.stdout.write(Buffer.from(object().certificate, 'base64'))
  if (device.onSign === 'hang') return setInterval(() => {}, 1000)
  if (device.onSign === 'die') return process.kill(process.pid, 'SIGKILL')
  if (device.onSign === 'flood') return process.stdout.write(Buffer.alloc(3 * 1024 * 1024))
  if (device.onSign) return refuse('C_Sign', device.onSign)
  const chunks = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  const data = Buffer.concat(chunks)
  const key = createPrivateKey(device.signsWith ?? object().key)
  const [, hash] = /^(SHA\d+)-RSA-PKCS$/.exec(option('mechanism')) ?? []
  if (hash) return process.stdout.write(sign(hash, data, key))
  // A raw ECDSA signature cannot be asked of Node: the device of the tests is given what the hash is of.
  const known = device.documents.map(text => Buffer.from(text, 'base64')).find(text => isHashOf(data, text))
  process.stdout.write(sign(data.length === 48 ? 'sha384' : 'sha256', known, { key, dsaEncoding: 'der' }))
}
const isHashOf = (hash, text) =>
  createHash(hash.length === 48 ? 'sha384' : 'sha256')
    .update(text)
    .digest()
    .equals(hash)

await answer()
