/** jsdom ships no types; this is the part that tests use. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(source: string, options?: { contentType: string })
    readonly window: { document: Document }
  }
}
