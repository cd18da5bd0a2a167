import { SaxesParser } from 'saxes'

/**
 * Parses a part of a Word file.
 * @param listen hears what is in it
 * @throws Error where it is no XML
 */
export function parsePart(xml: string, listen: (parser: SaxesParser) => void): void {
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  listen(parser)
  parser.write(xml).close()
}
