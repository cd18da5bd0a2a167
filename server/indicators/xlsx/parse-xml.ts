import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { NotATableError } from '../errors.ts'

export interface XmlHandlers {
  /** @param name without prefix */
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Parses XML piece by piece. Entities that a document defines itself are errors, so nothing can grow or be fetched.
 * @throws NotATableError where it is not well-formed
 */
export class XmlReader {
  readonly #parser = new SaxesParser()
  readonly #decoder = new TextDecoder()

  constructor({ open, text, close }: XmlHandlers) {
    this.#parser.on('error', () => {
      throw new NotATableError('broken-workbook')
    })
    if (open) this.#parser.on('opentag', (tag: SaxesTagPlain) => open(localName(tag.name), tag.attributes))
    if (text) {
      this.#parser.on('text', text)
      this.#parser.on('cdata', text)
    }
    if (close) this.#parser.on('closetag', (tag: SaxesTagPlain) => close(localName(tag.name)))
  }

  write(bytes: Uint8Array): void {
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }))
  }

  end(): void {
    this.#parser.write(this.#decoder.decode())
    this.#parser.close()
  }
}

/** An attribute by its name without prefix: "id" for `r:id`. */
export const attribute = (attributes: Record<string, string>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1]
