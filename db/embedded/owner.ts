import { mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { DataDirInUseError, errorCode } from './errors.ts'
import { identifyProcess, isAlive, type ProcessIdentity } from './process-identity.ts'

/*
 * `<dataDir>/owner/` holds numbered turns; the highest one tells who owns the folder. Each is a symbolic link whose
 * target is `<pid>@<birth>`, or `released`: creating a link is atomic, fails if the name is taken, and never shows a
 * half-written owner.
 *
 * A dead owner's lock is not removed and made anew, because between two contenders the slower would then remove the
 * fresh lock of the faster. It is outbid: both try to create the same next turn and one of them fails. The highest turn
 * is never deleted, so numbers only grow.
 */
const released = 'released'

interface Turn {
  readonly number: number
  readonly holder: ProcessIdentity | null
}

export interface Ownership {
  release(): Promise<void>
}

/** Makes this process the owner of the folder, or throws DataDirInUseError at once. */
export async function claimOwnership(dataDir: string): Promise<Ownership> {
  const turns = join(dataDir, 'owner')
  // Not recursive: that makes Node report a read-only file system as a missing folder.
  await mkdir(turns).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error
  })
  const self = await identifyProcess(process.pid)
  if (!self) throw new Error('This process cannot find its own start time')

  for (;;) {
    const latest = await latestTurn(turns)
    if (latest.holder && (await isAlive(latest.holder))) throw new DataDirInUseError(dataDir, latest.holder.pid)

    const mine = latest.number + 1
    if (!(await createTurn(turns, mine, `${self.pid}@${self.birth}`))) continue

    // A late contender can recreate a number that was already outbid and swept away.
    if ((await latestTurn(turns)).number !== mine) {
      await rm(turnPath(turns, mine), { force: true })
      continue
    }
    await sweepBelow(turns, mine)
    return {
      async release() {
        await createTurn(turns, mine + 1, released)
        await sweepBelow(turns, mine + 1)
      },
    }
  }
}

/** The live process that owns the folder, or null. */
export async function currentOwner(dataDir: string): Promise<ProcessIdentity | null> {
  const { holder } = await latestTurn(join(dataDir, 'owner'))
  return holder && (await isAlive(holder)) ? holder : null
}

async function latestTurn(turns: string): Promise<Turn> {
  for (;;) {
    const number = Math.max(0, ...(await turnNumbers(turns)))
    if (number === 0) return { number, holder: null }
    try {
      return { number, holder: parseHolder(await readlink(turnPath(turns, number))) }
    } catch (error) {
      // ENOENT: outbid and swept since the listing. EINVAL: a plain file that a copying tool left in its place.
      if (errorCode(error) === 'EINVAL') return { number, holder: null }
      if (errorCode(error) !== 'ENOENT') throw error
    }
  }
}

function parseHolder(target: string): ProcessIdentity | null {
  const at = target.indexOf('@')
  return at < 0 ? null : { pid: Number(target.slice(0, at)), birth: target.slice(at + 1) }
}

async function createTurn(turns: string, number: number, target: string): Promise<boolean> {
  try {
    await symlink(target, turnPath(turns, number))
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

async function sweepBelow(turns: string, number: number): Promise<void> {
  const outbid = (await turnNumbers(turns)).filter(other => other < number)
  await Promise.all(outbid.map(other => rm(turnPath(turns, other), { force: true })))
}

async function turnNumbers(turns: string): Promise<number[]> {
  const names = await readdir(turns).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  return names.filter(name => /^\d+$/.test(name)).map(Number)
}

function turnPath(turns: string, number: number): string {
  return join(turns, String(number))
}
