import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The files that a PDF carries, as another program reads them out, by name. */
export async function embeddedFiles(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const found = (await pdf.getAttachments()) as Record<string, { filename: string; content: Uint8Array }> | null
  await pdf.destroy()
  return new Map(Object.values(found ?? {}).map(({ filename, content }) => [filename, content]))
}
