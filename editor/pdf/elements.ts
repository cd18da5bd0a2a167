import {
  Image as PdfImage,
  type ImageProps,
  Link as PdfLink,
  type LinkProps,
  Text as PdfText,
  type TextProps,
  View as PdfView,
  type ViewProps,
} from '@react-pdf/renderer'
import type { ComponentType, PropsWithChildren } from 'react'
import type { Struct } from './struct.ts'

interface Tagged {
  struct?: Struct
}

/** react-pdf's primitives, which pass on every prop they do not know, with the prop that the tagging step reads. */
export const View = PdfView as unknown as ComponentType<PropsWithChildren<ViewProps & Tagged>>
export const Text = PdfText as unknown as ComponentType<PropsWithChildren<TextProps & Tagged>>
export const Link = PdfLink as unknown as ComponentType<PropsWithChildren<LinkProps & Tagged>>
export const Image = PdfImage as unknown as ComponentType<ImageProps & Tagged>
