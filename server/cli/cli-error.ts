/** An error whose text is already what the operator should read. */
export class CliError extends Error {
  override name = 'CliError'
}
