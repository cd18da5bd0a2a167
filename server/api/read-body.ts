import { sha256Hex } from '../sha256.ts'
import { jsonFaults } from './json-faults.ts'
import { ApiProblem } from './problem.ts'

/** Bytes. 10,000 observations with notes have room. */
export const MAX_BODY = 8 * 2 ** 20

export interface ReadBody {
  json: unknown
  /** Of the bytes as they came, lower-case hex. */
  sha256: string
}

const tooLarge = (limit: number): ApiProblem =>
  new ApiProblem('body-too-large', {
    detail: `Innehållet är större än ${Math.floor(limit / 2 ** 20)} MiB. Dela upp det i flera anrop.`,
  })

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const reader = request.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > limit) {
      await reader?.cancel()
      throw tooLarge(limit)
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

const notJson = (detail: string): ApiProblem => new ApiProblem('not-json', { detail })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notJson('JSON-texten är inte riktigt skriven. Kontrollera citattecken, kommatecken och klamrar.')
  }
}

/**
 * The JSON of a request, read strictly: UTF-8, no name twice in an object, no number with more digits than are kept.
 * @throws ApiProblem
 */
export async function readBody(request: Request, limit = MAX_BODY): Promise<ReadBody> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new ApiProblem('wrong-media-type', { detail: 'Skicka Content-Type: application/json.' })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const bytes = await readBytes(request, limit)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notJson('Innehållet är inte UTF-8.')
  }
  const faults = jsonFaults(text)
  const json = parse(text)
  if (faults.length) throw new ApiProblem('invalid-body', { detail: 'Inget är sparat. Se errors.', errors: faults })
  return { json, sha256: sha256Hex(bytes) }
}
