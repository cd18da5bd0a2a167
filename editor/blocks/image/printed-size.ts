import { columnHeight, columnWidth } from '../../pdf/theme.ts'

/** Points per pixel of a picture at its natural size (96 per inch). */
const POINTS_PER_PIXEL = 0.75

/** Points per pixel of a picture as it is printed: at most as wide as its place and as tall as most of a page. */
export const printedScale = (image: { width: number; height: number }, width = columnWidth): number =>
  Math.min(POINTS_PER_PIXEL, width / image.width, (columnHeight * 0.8) / image.height)
