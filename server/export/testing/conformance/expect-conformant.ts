import { expect } from 'vitest'
import { textOf } from '../../../signing/verify/pdf/pdf-value.ts'
import { findViolations } from './find-violations.ts'
import { PdfFile } from './read/pdf-file.ts'

/** What PDF/UA-1 and PDF/A-3a ask of every file, as far as our rules go, and the title that it should have. */
export function expectConformant(bytes: Uint8Array, title: string): void {
  const file = new PdfFile(bytes)
  expect(findViolations(file)).toEqual([])
  expect(textOf(file.get(file.dict(file.trailer.get('Info'))?.get('Title')))).toBe(title)
}

/** Roles of all elements, in the order that they are read. */
export const structureRoles = (bytes: Uint8Array): string[] =>
  new PdfFile(bytes).structure.elements.map(({ role }) => role)
