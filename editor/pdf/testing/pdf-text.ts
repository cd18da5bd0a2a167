import { inflateSync } from 'node:zlib'

/** Objects of a PDF that pdfkit wrote, by number: their source and, decompressed, their stream. */
function readObjects(source: string): Map<string, { dictionary: string; stream: string }> {
  const objects = new Map<string, { dictionary: string; stream: string }>()
  for (const [, number = '', body = ''] of source.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const start = body.indexOf('stream\n')
    const dictionary = start === -1 ? body : body.slice(0, start)
    const raw = start === -1 ? '' : body.slice(start + 7, body.lastIndexOf('\nendstream'))
    const stream = dictionary.includes('FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(number, { dictionary, stream })
  }
  return objects
}

const utf16 = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map(unit => Number.parseInt(unit, 16)))

/** Text by glyph code, from a font's ToUnicode map as pdfkit writes it. */
function readMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>()
  for (const [, first = '0', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      map.set(Number.parseInt(first, 16) + index, utf16(hex.replaceAll(' ', '')))
  return map
}

/**
 * Text of a PDF that this folder drew, page by page, in the order in which it was drawn; every run on a line of its
 * own. For tests, so that they need nothing but Node.
 */
export function pdfText(bytes: Uint8Array): string[] {
  const objects = readObjects(Buffer.from(bytes).toString('latin1'))
  const reference = (dictionary: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? ''
  const fonts = new Map<string, Map<number, string>>()
  for (const { dictionary } of objects.values())
    for (const [, name = '', number = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(number)
      const cmap = objects.get(reference(font?.dictionary ?? '', 'ToUnicode'))
      if (cmap) fonts.set(name, readMap(cmap.stream))
    }
  return [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map(({ dictionary }) => {
      const content = objects.get(reference(dictionary, 'Contents'))?.stream ?? ''
      let font = new Map<number, string>()
      const runs: string[] = []
      for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
        if (name) font = fonts.get(name) ?? font
        else if (shown)
          runs.push(
            [...shown.matchAll(/<([0-9a-f]+)>/gi)]
              .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
              .map(code => font.get(Number.parseInt(code, 16)) ?? '\ufffd')
              .join(''),
          )
      }
      return runs.join('\n')
    })
}
