/** UTF-16 by code, as a ToUnicode CMap says (ISO 32000-1, 9.10.3). */
export function readUnicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>()
  const decode = (hex: string): string =>
    new TextDecoder('utf-16be', { ignoreBOM: true }).decode(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of body.matchAll(/<([^>]*)>\s*<([^>]*)>/g))
      map.set(Number.parseInt(code, 16), decode(text))
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', one, list = ''] of body.matchAll(
      /<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])/g,
    )) {
      const first = Number.parseInt(from, 16)
      const texts = [...list.matchAll(/<([^>]*)>/g)].map(([, text = '']) => decode(text))
      for (let code = first; code <= Number.parseInt(to, 16); code++) {
        const text = one === undefined ? texts[code - first] : advance(decode(one), code - first)
        if (text !== undefined) map.set(code, text)
      }
    }
  return map
}

const advance = (text: string, by: number): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
