import * as Y from 'yjs'

/** Appends to the last text of a section, as an editor does when somebody types. */
export function type(doc: Y.Doc, sectionId: string, text: string): void {
  doc.transact(() => {
    const fragment = doc.getXmlFragment(sectionId)
    let paragraph = fragment.length > 0 ? fragment.get(fragment.length - 1) : null
    if (!(paragraph instanceof Y.XmlElement)) {
      paragraph = new Y.XmlElement('paragraph')
      fragment.push([paragraph])
    }
    let content = paragraph.length > 0 ? paragraph.get(paragraph.length - 1) : null
    if (!(content instanceof Y.XmlText)) {
      content = new Y.XmlText()
      paragraph.push([content])
    }
    content.insert(content.length, text)
  })
}

export function addParagraph(doc: Y.Doc, sectionId: string, text: string): void {
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    const content = new Y.XmlText(text)
    doc.getXmlFragment(sectionId).push([paragraph])
    paragraph.push([content])
  })
}

/** What is written in a section, without form. */
export const read = (doc: Y.Doc, sectionId: string): string =>
  doc
    .getXmlFragment(sectionId)
    .toString()
    .replaceAll(/<\/paragraph>(?=<)/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
