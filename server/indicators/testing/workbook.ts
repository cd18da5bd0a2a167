import { strToU8, type Zippable, zipSync } from 'fflate'

const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`)

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface WorkbookParts {
  /** XML inside `sheetData` of each sheet by name. */
  sheets: Record<string, string>
  /** XML after `sheetData` of the first sheet: merged cells. */
  after?: string
  /** Attributes of `workbookPr`. */
  properties?: string
  /** Number format codes; cell style n has the nth of them, 0 the general one. */
  formats?: string[]
  strings?: string[]
  /** XML of names, inside `definedNames`. */
  names?: string
  /** More files of the archive. */
  more?: Zippable
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A workbook of the least that makes one. */
export function makeWorkbook({
  sheets,
  after = '',
  properties = '',
  formats = [],
  strings,
  names: definedNames = '',
  more,
}: WorkbookParts): Buffer {
  const names = Object.keys(sheets)
  const parts: Zippable = {
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': xml(
      `<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets>${names
        .map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="s${index}"/>`)
        .join('')}</sheets><definedNames>${definedNames}</definedNames></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .map(
          (_, index) =>
            `<Relationship Id="s${index}" Type="${RELATIONS}/worksheet" Target="worksheets/s${index}.xml"/>`,
        )
        .join('')}<Relationship Id="st" Type="${RELATIONS}/styles" Target="/xl/styles.xml"/>${
        strings ? `<Relationship Id="ss" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>` : ''
      }</Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet ${MAIN}><numFmts>${formats
        .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(code)}"/>`)
        .join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ),
    ...more,
  }
  if (strings)
    parts['xl/sharedStrings.xml'] = xml(
      `<sst ${MAIN}>${strings.map(text => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    )
  for (const [index, name] of names.entries())
    parts[`xl/worksheets/s${index}.xml`] = xml(
      `<worksheet ${MAIN}><sheetData>${sheets[name]}</sheetData>${index === 0 ? after : ''}</worksheet>`,
    )
  return Buffer.from(zipSync(parts))
}

/** Rows of texts and numbers as the XML of a sheet. */
export const sheetXml = (rows: (string | number | null)[][]): string =>
  rows
    .map(cells => {
      const inner = cells.map(cell =>
        cell === null
          ? '<c/>'
          : typeof cell === 'number'
            ? `<c><v>${cell}</v></c>`
            : `<c t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`,
      )
      return `<row>${inner.join('')}</row>`
    })
    .join('')
