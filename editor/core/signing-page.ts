/** What the last page of a file for signatures says, and where the signatures go. */
export interface SigningPage {
  /** Which version of the report. */
  version: number
  /** Printed, and drawn as a QR code with {@link verifyUrl}. */
  code: string
  /** "https://samskrift.kommun.se/verifiera/…" */
  verifyUrl: string
  signers: PlannedSigner[]
}

export interface PlannedSigner {
  /** Name of the signature field, unique in the file. */
  field: string
  name: string
  title: string
  /** "Föredragande" */
  capacity: string
}
