import { readFileSync } from 'node:fs'

/** "20.19" and "22.12" of "^20.19 || >=22.12": within its major version, or from there on. */
const RANGE = /(\^|>=)(\d+)\.(\d+)/g

/**
 * What to tell who runs Samskrift on a Node that it does not run on; null for one that it does.
 * @param range of package.json: `^major.minor` and `>=major.minor`, with `||` between
 */
export function nodeProblem(version: string, range: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const allowed = [...range.matchAll(RANGE)].map(([, sign, ofMajor, ofMinor]) => ({
    onward: sign === '>=',
    major: Number(ofMajor),
    minor: Number(ofMinor),
  }))
  const runs = allowed.some(from => (major === from.major ? minor >= from.minor : from.onward && major > from.major))
  if (runs) return null
  const wanted = allowed.map(from => `${from.major}.${from.minor}`).join(' eller ')
  return `Samskrift behöver Node ${wanted}, eller en senare version. Här körs Node ${version}. Hämta en nyare på https://nodejs.org.`
}

/** The range that package.json demands. */
export function demandedNode(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { engines: { node: string } }).engines.node
}
