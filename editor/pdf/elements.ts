import {
  type ImageProps,
  type LinkProps,
  Image as PdfImage,
  Link as PdfLink,
  Text as PdfText,
  View as PdfView,
  type TextProps,
  type ViewProps,
} from '@react-pdf/renderer'
import type { ComponentType, PropsWithChildren } from 'react'
import type { Struct } from './struct.ts'

interface Tagged {
  struct?: Struct
  /** A group for the page layout alone: its children stand as if they were on the page themselves. */
  isFlow?: boolean
}

/** react-pdf's primitives, which pass on every prop they do not know, with the prop that the tagging step reads. */
export const View = PdfView as unknown as ComponentType<PropsWithChildren<ViewProps & Tagged>>
export const Text = PdfText as unknown as ComponentType<PropsWithChildren<TextProps & Tagged>>
export const Link = PdfLink as unknown as ComponentType<PropsWithChildren<LinkProps & Tagged>>
export const Image = PdfImage as unknown as ComponentType<ImageProps & Tagged>
