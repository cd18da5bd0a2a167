import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm'
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

/** A schema: where it lies decides what its imports mean. */
export interface Schema {
  text: string | Uint8Array
  /** Folder in which what it imports is looked for, by the last part of the address: nothing is fetched. */
  folder: string
}

const SCHEMAS = join(import.meta.dirname, 'schemas')

/** Imports the named files of a folder. */
function importing(folder: string, files: Record<string, string>): Schema {
  const imports = Object.entries(files).map(([at, file]) => `<xs:import namespace="${at}" schemaLocation="${file}"/>`)
  return { folder, text: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>` }
}

const METS = 'http://www.loc.gov/METS/'
const PREMIS = 'http://www.loc.gov/premis/v3'

/** What is written for the package: ./schemas/README.md. */
export const OWN_SCHEMAS = {
  'METS.xml': importing(SCHEMAS, { [METS]: 'mets.xsd' }),
  'metadata/preservation/premis.xml': importing(SCHEMAS, { [PREMIS]: 'premis.xsd' }),
  'metadata/descriptive/dublin-core.xml': importing(SCHEMAS, {
    'http://www.openarchives.org/OAI/2.0/oai_dc/': 'oai-dc.xsd',
  }),
}

/** @param folder has the published schemas, by the names in ./schemas/README.md */
export const publishedSchemas = (folder: string) => ({
  'METS.xml': importing(folder, {
    [METS]: 'mets.xsd',
    'https://DILCIS.eu/XML/METS/CSIPExtensionMETS': 'DILCISExtensionMETS.xsd',
    'https://DILCIS.eu/XML/METS/SIPExtensionMETS': 'DILCISExtensionSIPMETS.xsd',
  }),
  'metadata/preservation/premis.xml': importing(folder, { [PREMIS]: 'premis.xsd' }),
})

let importsFrom = SCHEMAS
const inFolder = (address: string): string => join(importsFrom, basename(address))
xmlRegisterInputProvider({
  ...fsInputProviders,
  match: address => fsInputProviders.match(inFolder(address)),
  open: address => fsInputProviders.open(inFolder(address)),
})

const parsed = (text: string | Uint8Array, url: string): XmlDocument =>
  typeof text === 'string' ? XmlDocument.fromString(text, { url }) : XmlDocument.fromBuffer(text, { url })

/**
 * What libxml2 says of a document by a schema (XML Schema 1.0); nothing where it is valid.
 * @throws XmlLibError where the document is not well-formed, or the schema is none
 */
export function schemaFaults({ text, folder }: Schema, document: Uint8Array): string[] {
  importsFrom = folder
  const xsd = parsed(text, pathToFileURL(join(folder, '_.xsd')).href)
  const xml = parsed(document, 'document.xml')
  const validator = XsdValidator.fromDoc(xsd)
  try {
    validator.validate(xml)
    return []
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    return error.details.map(({ message }) => message.trim())
  } finally {
    validator.dispose()
    xml.dispose()
    xsd.dispose()
  }
}
