import type { Styles } from '@react-pdf/renderer'
import { DEFAULT_PROFILE } from '../core/document-profile.ts'

type Style = Styles[string]

/** Every text colour has a contrast of at least 4.5:1 on white and on `shade`. */
export const color = {
  ink: '#1a1f26',
  muted: '#535e6b',
  /** The organisation's own takes its place on the pages (`layout/recolour.ts`). */
  accent: DEFAULT_PROFILE.accent,
  draft: '#8c2f0d',
  /** Beneath the text of a draft: every text colour has 4.5:1 on it too. */
  watermark: '#f6eeea',
  rule: '#c6ced8',
  shade: '#eef2f6',
}

/** Backgrounds of cells that are graded, each darker than the one before on a printer without colours too. */
export const tone = { low: '#f1f6ef', raised: '#f3dca9', high: '#e4a596' }

/** A4 in points, with margins of 25 mm beside the text. */
export const page = { width: 595.28, height: 841.89, top: 82, bottom: 80, side: 71 }
export const columnWidth = page.width - 2 * page.side
export const columnHeight = page.height - page.top - page.bottom

/** The text's room on a page that lies, for tables that are too wide for one that stands. Same margins. */
export const lyingColumn = { width: page.height - 2 * page.side, height: page.width - page.top - page.bottom }

/**
 * Room at the end of a line, points. The layout presses the spaces of a line together to fit one word more; drawn at
 * their natural width again (`layout/mend-lines.ts`), such lines reach into this room.
 */
export const lineReserve = (width: number): number => width * 0.02

/** For `minPresenceAhead`: no page break right after. More than the least could forbid the break after that, too. */
export const KEEP = 1

/** Size and leading of running text; blocks set smaller text by handing a smaller one to their children. */
export interface TextSize {
  fontSize: number
  /** Unitless. It must stand on every text element: react-pdf multiplies an inherited one a second time. */
  lineHeight: number
  /** Points below a paragraph. */
  after: number
}

export const bodyText: TextSize = { fontSize: 10, lineHeight: 1.5, after: 7 }
export const tableText: TextSize = { fontSize: 8.5, lineHeight: 1.35, after: 3 }
export const denseTableText: TextSize = { fontSize: 7.5, lineHeight: 1.3, after: 2 }
export const noteText: TextSize = { fontSize: 8.5, lineHeight: 1.4, after: 4 }

export const textStyle = (size: TextSize): Style => ({ fontSize: size.fontSize, lineHeight: size.lineHeight })

const heading = (fontSize: number, marginTop: number, marginBottom: number): Style => ({
  fontSize,
  lineHeight: 1.25,
  fontWeight: 600,
  color: color.accent,
  marginTop,
  marginBottom,
})

/** Sections have levels 1 to 3; 4 and 5 are headings inside a section. */
export const headingStyle: Record<1 | 2 | 3 | 4 | 5, Style> = {
  1: heading(19, 26, 7),
  2: heading(14, 18, 5),
  3: heading(11.5, 14, 4),
  4: { ...heading(10.5, 10, 3), color: color.ink },
  5: { ...heading(10, 8, 2), color: color.ink, fontStyle: 'italic' },
}
