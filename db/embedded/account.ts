import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EmbeddedDatabaseError } from './errors.ts'

/** A user of the operating system that PostgreSQL runs as. It gets no supplementary groups. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root; everyone else runs it as themselves. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0
}

/** The account to drop to from root: a system user made for PostgreSQL if there is one, else `nobody`. */
export async function unprivilegedAccount(): Promise<Account> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, , uid, gid] =
      passwd
        .split('\n')
        .find(line => line.startsWith(`${name}:`))
        ?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new EmbeddedDatabaseError(
    'PostgreSQL cannot run as root, and there is no user "postgres" or "nobody" to run it',
  )
}

/** Whether the account may enter the folder and all its parents. Judged by mode bits: access lists are not seen. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  let path = await realpath(folder)
  for (;;) {
    const { uid, gid, mode } = await stat(path)
    const mask = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & mask) === 0) return false
    if (dirname(path) === path) return true
    path = dirname(path)
  }
}
