import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of each page as another program reads it, words separated by single spaces. */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent()
    const text = content.items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    pages.push(text.replace(/[^\S\u00a0]+/g, ' '))
  }
  await pdf.destroy()
  return pages
}
