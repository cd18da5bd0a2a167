import { pageContents, pdfObjects, reference } from './pdf-objects.ts'

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
 * own.
 */
export function pdfText(bytes: Uint8Array): string[] {
  const objects = pdfObjects(bytes)
  const fonts = new Map<string, Map<number, string>>()
  for (const { dictionary } of objects.values())
    for (const [, name = '', number = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(number)
      const cmap = objects.get(reference(font?.dictionary ?? '', 'ToUnicode'))
      if (cmap) fonts.set(name, readMap(cmap.stream))
    }
  return pageContents(objects).map(content => {
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
