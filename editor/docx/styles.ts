import { AlignmentType, convertMillimetersToTwip, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx'
import { color as theme, tone as themeTone } from '../pdf/theme.ts'
import type { DocxList } from './docx-block.ts'

const hex = (value: string): string => value.slice(1)
export const color = {
  ink: hex(theme.ink),
  muted: hex(theme.muted),
  /** Of links; headings and rules have the organisation's own. */
  accent: hex(theme.accent),
  draft: hex(theme.draft),
  rule: hex(theme.rule),
  shade: hex(theme.shade),
}

export const tone = { low: hex(themeTone.low), raised: hex(themeTone.raised), high: hex(themeTone.high) }

export const MARGIN = convertMillimetersToTwip(25)
/** Width of the text on A4, twentieths of a point. */
export const COLUMN = convertMillimetersToTwip(210) - 2 * MARGIN
/** Step of a list. */
export const INDENT = 400

export const style = {
  text: 'Normal',
  table: 'tabelltext',
  caption: 'tabellrubrik',
  source: 'kalla',
  law: 'lagrum',
  quote: 'citat',
  organisation: 'organisation',
} as const

const heading = (font: string, size: number, before: number, after: number, ink: string) => ({
  run: { font, size, bold: true, color: ink },
  paragraph: { spacing: { before, after }, keepNext: true },
})

const paragraphStyle = (id: string, name: string, run: object, paragraph: object = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  run,
  paragraph,
})

/** The PDF's sizes and colours as Word styles, so that an author changes them in one place. Sizes are half points. @param accent "1f3a5f" */
export const stylesOf = (accent: string, font: string): IStylesOptions => ({
  default: {
    document: {
      run: { font, size: 20, color: color.ink, language: { value: 'sv-SE' } },
      paragraph: { spacing: { after: 140, line: 340 } },
    },
    title: {
      run: { font, size: 64, bold: true, color: accent },
      paragraph: { spacing: { before: 3600, after: 400, line: 240 } },
    },
    heading1: heading(font, 38, 480, 140, accent),
    heading2: heading(font, 28, 360, 100, accent),
    heading3: heading(font, 23, 280, 80, accent),
    heading4: heading(font, 21, 200, 60, color.ink),
    heading5: heading(font, 20, 160, 40, color.ink),
  },
  paragraphStyles: [
    paragraphStyle(style.table, 'Tabelltext', { size: 17 }, { spacing: { after: 20, line: 260 } }),
    paragraphStyle(
      style.caption,
      'Tabellrubrik',
      { size: 17, bold: true, color: accent },
      { keepNext: true, spacing: { before: 120, after: 80 } },
    ),
    paragraphStyle(style.source, 'Källa', { size: 15, color: color.muted }, { spacing: { before: 60, after: 160 } }),
    paragraphStyle(style.law, 'Lagrum', { size: 17, color: color.muted }, { keepNext: true, spacing: { after: 100 } }),
    paragraphStyle(
      style.quote,
      'Citat',
      {},
      { indent: { left: 280 }, border: { left: { style: 'single', size: 16, space: 12, color: accent } } },
    ),
    paragraphStyle(style.organisation, 'Organisation', { size: 30, bold: true }),
  ],
})

const levels = (
  format: (level: number) => { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string },
  start = 1,
) =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    start,
    ...format(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: (level + 1) * INDENT, hanging: INDENT } } },
  }))

/** The numbering that a list is of: one for all that begin at 1, and one for each other number that a list begins at. */
export const referenceOf = ({ kind, start }: Pick<DocxList, 'kind' | 'start'>): string =>
  kind === 'numbers' && start !== 1 ? `numbers-from-${start}` : kind

/** @param starts numbers that the report's numbered lists begin at */
export const numberingOf = (starts: Iterable<number>): INumberingOptions => ({
  config: [
    { reference: 'bullets', levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })) },
    ...[...new Set([1, ...starts])].map(start => ({
      reference: referenceOf({ kind: 'numbers', start }),
      levels: levels(level => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` }), start),
    })),
  ],
})
