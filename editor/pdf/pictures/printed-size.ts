import { logoSize } from '../../core/document-profile.ts'
import { columnHeight, columnWidth } from '../theme.ts'

/** Points per pixel of a picture at its natural size (96 per inch). */
const POINTS_PER_PIXEL = 0.75

export interface Size {
  width: number
  height: number
}

/** Points per pixel of a picture as it is printed: at most as wide as its place and as tall as most of a page. */
export const printedScale = (image: Size, width = columnWidth): number =>
  Math.min(POINTS_PER_PIXEL, width / image.width, (columnHeight * 0.8) / image.height)

/** Points. */
const LOGO_BOX = { width: 170, height: 54 }

/** Width and height in points of the organisation's own mark. */
export const printedLogo = (logo: Size): Size => logoSize(logo, LOGO_BOX, POINTS_PER_PIXEL)
