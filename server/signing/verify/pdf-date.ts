const FORM = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/

/** A date as PDF writes it (ISO 32000-1, 7.9.4): "D:20261122142312+01'00'". Null for what is none. */
export function readPdfDate(text: string | null): Date | null {
  const match = FORM.exec(text ?? '')
  if (!match) return null
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zone = '00', part = '00'] =
    match
  const offset = sign ? `${sign}${zone}:${part}` : 'Z'
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(date.getTime()) ? null : date
}
