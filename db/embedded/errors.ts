abstract class CodedError extends Error {
  abstract readonly code: string

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/** Another live process owns the data folder. */
export class DataDirInUseError extends CodedError {
  readonly code = 'data-dir-in-use'

  constructor(dataDir: string, pid: number) {
    super(`The data folder ${dataDir} is in use by process ${pid}`)
  }
}

/** The data folder cannot be created, read or written by this process. */
export class DataDirUnwritableError extends CodedError {
  readonly code = 'data-dir-unwritable'

  constructor(dataDir: string, cause: unknown) {
    super(`The data folder ${dataDir} cannot be written: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

/** PostgreSQL could not be created, started or reached. `log` is the tail of what it said. */
export class EmbeddedDatabaseError extends CodedError {
  readonly code = 'database-start-failed'

  constructor(message: string, log = '', options?: ErrorOptions) {
    super(log ? `${message}\n${log}` : message, options)
  }
}

/** There are no PostgreSQL binaries for this machine, or they cannot run on it. */
export class UnsupportedPlatformError extends CodedError {
  readonly code = 'platform-unsupported'
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
