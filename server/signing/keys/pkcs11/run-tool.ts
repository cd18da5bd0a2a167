import { spawn } from 'node:child_process'
import { type KeyRefusedError, KeyUnavailableError } from '../../errors.ts'
import type { Pkcs11Settings } from './pkcs11-settings.ts'
import { toolFault } from './tool-fault.ts'

const PIN_VARIABLE = 'SAMSKRIFT_DEVICE_PIN'
const MAX_OUTPUT = 1024 * 1024

/** Devices find their own settings by variables that cannot be known here; what may be secret stays behind. */
const SECRET = /SECRET|PASSWORD|TOKEN|PIN$|_URL$|^SIGNING_/

const environment = (pin: string | null): NodeJS.ProcessEnv => ({
  ...(Object.fromEntries(Object.entries(process.env).filter(([name]) => !SECRET.test(name))) as NodeJS.ProcessEnv),
  // Its words are read.
  LC_ALL: 'C',
  ...(pin !== null && { [PIN_VARIABLE]: pin }),
})

export interface ToolCall {
  /** Options beside module and token. */
  options: readonly string[]
  /** Signs in to the token first. */
  login: boolean
  /** For its standard input. */
  input?: Uint8Array
}

/**
 * Runs pkcs11-tool once, in a process of its own: the library of a device may block for minutes or bring its process
 * down. The PIN goes by the environment, where other users of the machine do not see it.
 * @returns what it wrote on standard output
 * @throws KeyUnavailableError, KeyRefusedError
 */
export function runTool(settings: Pkcs11Settings, { options, login, input }: ToolCall): Promise<Buffer> {
  const { command, module, token, pin, timeoutMs } = settings
  const [program, ...before] = command
  // With "=", nothing that a label holds can be taken for an option.
  const given = [
    `--module=${module}`,
    `--token-label=${token}`,
    ...(login ? ['--login', `--pin=env:${PIN_VARIABLE}`] : []),
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...given, ...options], {
      env: environment(login ? pin : null),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    let size = 0
    let written = ''
    let fault: KeyUnavailableError | KeyRefusedError | null = null
    const end = (message: string, cause?: unknown) => {
      fault ??= new KeyUnavailableError(message, { cause })
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => end(`the device did not answer in ${timeoutMs} ms`), timeoutMs)
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MAX_OUTPUT) end('pkcs11-tool wrote too much')
      else chunks.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (written.length < MAX_OUTPUT) written += chunk
    })
    child.on('error', error =>
      end(
        'code' in error && error.code === 'ENOENT' ? 'pkcs11-tool is not installed' : 'pkcs11-tool cannot be run',
        error,
      ),
    )
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (code !== 0) fault ??= toolFault(written, String(signal ?? code))
      if (fault) reject(fault)
      else resolve(Buffer.concat(chunks))
    })
    // It may end before it has read: what that means is said by how it ended.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
