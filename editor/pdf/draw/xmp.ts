import { escapeHtml } from '../../core/escape-html.ts'
import type { PdfKit } from './pdfkit.ts'

const about = 'rdf:Description rdf:about=""'

/** PDF/A-3 allows properties outside its own schemas only where the file describes them. */
const UA_SCHEMA = `<${about} xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

/** Replaces pdfkit's own metadata, which is not escaped and knows no PDF/UA. */
export function writeXmp(pdf: PdfKit): void {
  pdf._addInfo = () => {
    const { Title, Author, Subject, Creator, Producer, CreationDate } = pdf.info
    const date = `${CreationDate.toISOString().split('.')[0]}Z`
    const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt>`
    pdf.appendXML(
      `<${about} xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${date}</xmp:CreateDate><xmp:CreatorTool>${escapeHtml(Creator)}</xmp:CreatorTool></rdf:Description>`,
    )
    pdf.appendXML(
      `<${about} xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${alternative(Title)}</dc:title><dc:creator><rdf:Seq><rdf:li>${escapeHtml(Author)}</rdf:li></rdf:Seq></dc:creator><dc:description>${alternative(Subject)}</dc:description><dc:language><rdf:Bag><rdf:li>${pdf.options.lang}</rdf:li></rdf:Bag></dc:language></rdf:Description>`,
    )
    pdf.appendXML(
      `<${about} xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${escapeHtml(Producer)}</pdf:Producer></rdf:Description>`,
    )
    pdf.appendXML(
      `<${about} xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`,
    )
    pdf.appendXML(UA_SCHEMA)
  }
}
