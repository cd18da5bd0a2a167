import type { IncomingMessage } from 'node:http'
import { BadUploadError, EmptyFileError, FileTooLargeError } from './verify-errors.ts'

const BOUNDARY = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i
/** Beside the file a form sends its boundaries and some headers. */
const AROUND = 16 * 2 ** 10

export interface UploadLimits {
  /** Bytes of the file. */
  size: number
  /** Milliseconds until the whole body is there. */
  time: number
}

async function readBody(request: IncomingMessage, { size, time }: UploadLimits): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  const timer = setTimeout(() => request.destroy(), time)
  try {
    // A browser shows no answer before it has sent all, so what is too much is taken and dropped, never kept.
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length <= size + AROUND) chunks.push(chunk)
      else chunks.length = 0
    }
  } catch {
    throw new BadUploadError('the request ended early')
  } finally {
    clearTimeout(timer)
  }
  if (length > size + AROUND) throw new FileTooLargeError(`${length} bytes`)
  return Buffer.concat(chunks)
}

/** The part of a form that is a file, without a copy of it (RFC 7578). */
function filePart(body: Buffer, boundary: string): Uint8Array {
  const mark = Buffer.from(`--${boundary}`)
  for (let at = body.indexOf(mark); at >= 0; ) {
    const begun = at + mark.length + 2
    const next = body.indexOf(Buffer.from(`\r\n--${boundary}`), begun)
    const headersEnd = body.indexOf('\r\n\r\n', begun)
    if (next < 0 || headersEnd < 0) break
    // An empty file leaves nothing between its headers and the next boundary.
    const from = Math.min(headersEnd + 4, next)
    const headers = body.toString('latin1', begun, headersEnd)
    if (/^content-disposition:[^\r\n]*\bname="?fil"?/im.test(headers)) {
      const file = body.subarray(from, next)
      if (file.length > 0) return file
      // Where nobody chose a file, browsers send one without name and content.
      throw /\bfilename="?[^"\s]/i.test(headers) ? new EmptyFileError('0 bytes') : new BadUploadError('none was chosen')
    }
    at = next + 2
  }
  throw new BadUploadError('no file in the form')
}

/**
 * The file that a form sent, in memory and nowhere else.
 * @throws FileTooLargeError, BadUploadError, EmptyFileError
 */
export async function readUpload(request: IncomingMessage, limits: UploadLimits): Promise<Uint8Array> {
  const [, quoted, plain] = BOUNDARY.exec(request.headers['content-type'] ?? '') ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw new BadUploadError('no form')
  const file = filePart(await readBody(request, limits), boundary)
  if (file.length > limits.size) throw new FileTooLargeError(`${file.length} bytes`)
  return file
}
