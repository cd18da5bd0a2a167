import { expect } from 'vitest'
import { pdfObjects } from './pdf-objects.ts'

const entry = (dictionary: string, key: string): string =>
  new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(dictionary)?.[1] ?? ''

/**
 * What PDF/UA-1 and PDF/A-3 ask of form fields: a name for screen readers, an appearance that is in the file, and a Form
 * element that holds the field and that the field leads back to.
 * @returns how many there are
 */
export function expectTaggedFields(bytes: Uint8Array): number {
  const objects = pdfObjects(bytes)
  const all = [...objects]
  const widgets = all.filter(
    ([, { dictionary }]) => /\/Subtype\s*\/Widget/.test(dictionary) && !/\/Rect\s*\[\s*0 0 0 0\s*\]/.test(dictionary),
  )
  for (const [number, { dictionary }] of widgets) {
    expect(dictionary).toMatch(/\/TU\s*[(<]/)
    const appearance = objects.get(/\/AP\s*<<\s*\/N\s+(\d+) 0 R/.exec(dictionary)?.[1] ?? '')
    expect(appearance?.dictionary).toMatch(/\/Subtype\s*\/Form/)
    const forms = all.filter(
      ([, object]) => /\/S\s*\/Form\b/.test(object.dictionary) && entry(object.dictionary, 'Obj') === number,
    )
    expect(forms).toHaveLength(1)
    const page = objects.get(entry(dictionary, 'P'))?.dictionary ?? ''
    expect(page).toMatch(/\/Tabs\s*\/S\b/)
    expect(page).toMatch(new RegExp(`/Annots\\s*\\[[^\\]]*\\b${number} 0 R`))
    const key = /\/StructParent\s+(\d+)/.exec(dictionary)?.[1]
    const tree = all.find(([, object]) => /\/Nums\s*\[/.test(object.dictionary))?.[1].dictionary ?? ''
    expect(tree).toMatch(new RegExp(`\\b${key} ${forms[0]?.[0]} 0 R`))
  }
  return widgets.length
}
