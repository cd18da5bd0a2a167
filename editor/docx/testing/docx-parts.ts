import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50

/** The parts of a Word file, as text by their path. For tests, so that they need nothing but Node. */
export function docxParts(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes)
  let end = zip.length - 22
  while (end > 0 && zip.readUInt32LE(end) !== END) end--
  const parts = new Map<string, string>()
  let entry = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(entry + offset)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(entry + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + size)
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength)
    parts.set(name, (method === 0 ? data : inflateRawSync(data)).toString('utf8'))
    entry += 46 + nameLength + extra + comment
  }
  return parts
}
