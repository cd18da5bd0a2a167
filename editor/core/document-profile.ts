import type { ResolvedReport } from './resolved-report.ts'
import { DEFAULT_TYPEFACE, type Typeface } from './typefaces.ts'

/** How an organisation's documents look. As `organisation.document_profile` holds it. */
export interface DocumentProfile {
  /** "#rrggbb": rules and titles. Its contrast with white is at least {@link LEAST_CONTRAST}. */
  accent: string
  /** Null for the name in words. */
  logo: ProfileLogo | null
  /** Printed at the foot of every page; empty for nothing. */
  foot: string
  /** `A4-duplex`: for paper with two sides, the page number at the outer edge. */
  pageFormat: 'A4' | 'A4-duplex'
  /** Not there in a look that was chosen, or frozen, before there was more than one. */
  typeface?: Typeface
}

export interface ProfileLogo {
  mediaType: 'image/png' | 'image/jpeg'
  base64: string
  /** Pixels. */
  width: number
  height: number
  alt: string
}

/** The look that everybody has who has not chosen one. */
export const DEFAULT_PROFILE: DocumentProfile = { accent: '#1f3a5f', logo: null, foot: '', pageFormat: 'A4' }

/** What a report is set in. */
export const typefaceOf = ({ organisation }: Pick<ResolvedReport, 'organisation'>): Typeface =>
  organisation.profile?.typeface ?? DEFAULT_TYPEFACE

/** WCAG 2.2, 1.4.3: of text and its background. */
export const LEAST_CONTRAST = 4.5

const HEX = /^#[\da-f]{6}$/i

export const isColour = (text: string): boolean => HEX.test(text)

/** WCAG 2.2, relative luminance: 0 for black, 1 for white. @param colour "#rrggbb" */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast with white, 1 to 21. @param colour "#rrggbb" */
export const contrastWithWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05)

/** Width and height of a logo within a box, in its unit, at most `most` per pixel. */
export function logoSize(
  { width, height }: Pick<ProfileLogo, 'width' | 'height'>,
  box: { width: number; height: number },
  most = 1,
) {
  const scale = Math.min(most, box.width / width, box.height / height)
  return { width: width * scale, height: height * scale }
}
