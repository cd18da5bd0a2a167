/** pdfjs-dist ships no types for its decoders; this is the part that we use. */
declare module 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    width: number
    height: number
    parse(data: Uint8Array): void
    getData(options: { width: number; height: number; forceRGB: true; isSourcePDF: false }): Uint8Array
  }
}
