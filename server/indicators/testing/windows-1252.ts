const SPECIAL: Record<string, number> = { '€': 0x80, '…': 0x85, '–': 0x96, '—': 0x97, '’': 0x92, '”': 0x94 }

/** Swedish text as Windows-1252 bytes. */
export const windows1252 = (text: string): Buffer =>
  Buffer.from([...text].map(char => SPECIAL[char] ?? char.charCodeAt(0)))
