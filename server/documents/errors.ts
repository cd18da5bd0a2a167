/** The report has no row in `report_document`: it does not exist, or was not created by create-report. */
export class DocumentMissingError extends Error {
  readonly code = 'document-missing'
  override readonly name = 'DocumentMissingError'
  constructor(readonly reportId: string) {
    super(`report ${reportId} has no document`)
  }
}

/** The document was stored by a later version of the program: this one would delete what it does not know. */
export class DocumentNewerError extends Error {
  readonly code = 'document-newer'
  override readonly name = 'DocumentNewerError'
  constructor(
    readonly reportId: string,
    readonly editorVersion: number,
  ) {
    super(`report ${reportId} was stored by editor version ${editorVersion}, this server is older`)
  }
}

/** The worker thread took too long; it was stopped and the next job gets a new one. */
export class DocumentWorkerTimeoutError extends Error {
  readonly code = 'document-worker-timeout'
  override readonly name = 'DocumentWorkerTimeoutError'
  constructor(
    job: string,
    readonly milliseconds: number,
  ) {
    super(`the document worker did not finish "${job}" in ${milliseconds} ms`)
  }
}

/** The worker thread died, or the job threw in it. */
export class DocumentWorkerFailedError extends Error {
  readonly code = 'document-worker-failed'
  override readonly name = 'DocumentWorkerFailedError'
}
