import {
  type ImageProps,
  type LinkProps,
  Path,
  Image as PdfImage,
  Link as PdfLink,
  Svg as PdfSvg,
  Text as PdfText,
  View as PdfView,
  Polygon,
  Polyline,
  Rect,
  type Styles,
  type SVGProps,
  type SVGTextProps,
  type TextProps,
  type ViewProps,
} from '@react-pdf/renderer'
import type { ComponentType, PropsWithChildren } from 'react'
import type { Struct } from './struct.ts'

interface Tagged {
  struct?: Struct
  /** A group for the page layout alone: its children stand as if they were on the page themselves. */
  isFlow?: boolean
  /** Of a block: it goes on pages that lie. */
  isLying?: boolean | undefined
  /** No block, but the end of a page. */
  isPageBreak?: boolean
}

/** react-pdf's primitives, which pass on every prop they do not know, with the prop that the tagging step reads. */
export const View = PdfView as unknown as ComponentType<PropsWithChildren<ViewProps & Tagged>>
export const Text = PdfText as unknown as ComponentType<PropsWithChildren<TextProps & Tagged>>
export const Link = PdfLink as unknown as ComponentType<PropsWithChildren<LinkProps & Tagged>>
export const Image = PdfImage as unknown as ComponentType<ImageProps & Tagged>
export const Svg = PdfSvg as unknown as ComponentType<PropsWithChildren<SVGProps & Tagged>>
/** Text in a drawing, which needs no place of its own in the structure: the drawing's alternative says it. */
export const SvgText = PdfText as unknown as ComponentType<
  PropsWithChildren<Pick<SVGTextProps, 'x' | 'y' | 'textAnchor' | 'fill'> & { style: Styles[string] }>
>
export { Path, Polygon, Polyline, Rect }
