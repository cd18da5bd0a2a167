import { zipSync } from 'fflate'
import { readDirectory, type ZipEntry } from '../../indicators/zip/directory.ts'
import { expand } from '../../indicators/zip/expand.ts'

/** All that a guarded file may hold, expanded. */
const EXPANDED = 200 * 1024 * 1024

/** The parts of a Word file, which {@link guardWordFile} has let through. */
export class WordParts {
  readonly #entries: Map<string, ZipEntry>

  constructor(readonly bytes: Buffer) {
    this.#entries = readDirectory(bytes)
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  async read(name: string): Promise<Buffer | null> {
    const entry = this.#entries.get(name)
    if (!entry) return null
    const chunks: Uint8Array[] = []
    for await (const chunk of expand(this.bytes, entry, EXPANDED)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  async text(name: string): Promise<string | null> {
    return (await this.read(name))?.toString('utf8') ?? null
  }

  /** The file with another text in one of its parts; nothing of it is compressed. */
  async with(name: string, text: string): Promise<Buffer> {
    const parts: Record<string, Uint8Array> = {}
    for (const other of this.names) parts[other] = (await this.read(other)) ?? new Uint8Array()
    return Buffer.from(zipSync({ ...parts, [name]: Buffer.from(text) }, { level: 0 }))
  }
}
