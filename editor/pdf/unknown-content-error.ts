/** The report holds a node or mark that this version cannot print; leaving it out would change what is said. */
export class UnknownContentError extends Error {
  readonly code = 'unknown-content'
  constructor(readonly type: string) {
    super(`no PDF output for ${type}`)
    this.name = 'UnknownContentError'
  }
}
