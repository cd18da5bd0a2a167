/** What a TrueType font program says (ISO/IEC 14496-22), read from its tables alone. */
export interface TrueType {
  glyphs: number
  /** Of a thousandth of the font's size. @returns null for a glyph that it does not have */
  width(glyph: number): number | null
  /** Whether tables that must be there are, and every outline lies within its table. */
  isWhole: boolean
}

const NEEDED = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']

export function readTrueType(data: Buffer): TrueType | null {
  const tag = data.toString('latin1', 0, 4)
  if (tag !== 'true' && tag !== '\0\x01\0\0') return null
  const tables = new Map<string, Buffer>()
  let inside = true
  for (let i = 0; i < data.readUInt16BE(4); i++) {
    const at = 12 + i * 16
    const [offset, length] = [data.readUInt32BE(at + 8), data.readUInt32BE(at + 12)]
    inside &&= offset + length <= data.length
    tables.set(data.toString('latin1', at, at + 4), data.subarray(offset, offset + length))
  }
  const table = (name: string): Buffer => tables.get(name) ?? Buffer.alloc(0)
  if (!inside || !NEEDED.every(name => tables.has(name))) return null
  const glyphs = table('maxp').readUInt16BE(4)
  const unit = table('head').readUInt16BE(18)
  const metrics = table('hhea').readUInt16BE(34)
  const isLong = table('head').readInt16BE(50) === 1
  const place = (glyph: number): number =>
    isLong ? table('loca').readUInt32BE(glyph * 4) : table('loca').readUInt16BE(glyph * 2) * 2
  const isLocated = table('loca').length >= (glyphs + 1) * (isLong ? 4 : 2)
  const isMeasured = metrics >= 1 && table('hmtx').length >= metrics * 4 + (glyphs - metrics) * 2
  const places = isLocated ? Array.from({ length: glyphs + 1 }, (_, glyph) => place(glyph)) : []
  const isOrdered = places.every((at, i) => at >= (places[i - 1] ?? 0) && at <= table('glyf').length)
  return {
    glyphs,
    isWhole: isLocated && isMeasured && isOrdered,
    width: glyph =>
      glyph < glyphs && isMeasured
        ? (table('hmtx').readUInt16BE(Math.min(glyph, metrics - 1) * 4) * 1000) / unit
        : null,
  }
}
