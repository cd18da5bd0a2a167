import { ApiProblem, type BodyFault } from './problem.ts'

/** No request of the API is deeper. */
const MAX_DEPTH = 8
/** A double keeps every decimal of so many significant digits (IEEE 754), and not every one of more. */
const MAX_DIGITS = 15
const MAX_FAULTS = 100

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[{}[\],:]/g

interface Place {
  /** Of an object, the names that it has so far; null in an array. */
  names: Set<string> | null
  /** Name of the member, or number of the element, that is being read. */
  at: string | number
  /** The next string is a name. */
  wantsName: boolean
}

const significantDigits = (number: string): number =>
  number
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '').length

const escaped = (part: string | number): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1')
const pointerTo = (places: readonly Place[]): string => places.map(({ at }) => `/${escaped(at)}`).join('')

/**
 * What JSON.parse would change without a word: of two members with one name it keeps the last, and of a number with many
 * digits it keeps about sixteen. Text that is no JSON at all is left to JSON.parse.
 * @throws ApiProblem for what is so deep that reading it is a burden
 */
export function jsonFaults(text: string): BodyFault[] {
  const faults: BodyFault[] = []
  const places: Place[] = []
  for (const [token] of text.matchAll(TOKEN)) {
    if (faults.length >= MAX_FAULTS) break
    const here = places.at(-1)
    if (token === '{' || token === '[') {
      if (places.length >= MAX_DEPTH)
        throw new ApiProblem('not-json', { detail: 'Objekt och listor ligger för djupt i varandra.' })
      const names = token === '{' ? new Set<string>() : null
      places.push({ names, at: names ? '' : 0, wantsName: names !== null })
    } else if (token === '}' || token === ']') places.pop()
    else if (token === ',') {
      if (here?.names) here.wantsName = true
      else if (here) here.at = Number(here.at) + 1
    } else if (token.startsWith('"')) {
      if (here?.names && here.wantsName) readName(token, here, places, faults)
    } else if (token !== ':' && significantDigits(token) > MAX_DIGITS)
      faults.push({
        pointer: pointerTo(places),
        detail: `Talet har fler än ${MAX_DIGITS} siffror. Skriv det som text, inom citattecken, så behålls alla.`,
      })
  }
  return faults
}

function readName(token: string, here: Place, places: readonly Place[], faults: BodyFault[]): void {
  // Two ways to write one name, "a" and "\u0061", are the same name.
  const name = nameOf(token)
  here.at = name
  here.wantsName = false
  if (here.names?.has(name)) faults.push({ pointer: pointerTo(places), detail: 'Namnet står två gånger i objektet.' })
  here.names?.add(name)
}

function nameOf(token: string): string {
  try {
    return String(JSON.parse(token))
  } catch {
    // The text is no JSON, and JSON.parse will say so.
    return token
  }
}
