import type { z } from 'zod'
import type { TemplateFault } from '#templates/find-faults.ts'

const KNOWN = Symbol.for('samskrift.error')

/** An error that a person can do something about. `app` and the command line map `code` to Swedish. */
export abstract class SamskriftError extends Error {
  abstract readonly code: string
  readonly [KNOWN] = true
  override get name(): string {
    return this.constructor.name
  }
}

/**
 * Whether an error is one of ours, also where another copy of this module threw it: pages run in a bundle of their own,
 * and what the services throw to them is no `instanceof SamskriftError` there.
 */
export const isSamskriftError = (error: unknown): error is SamskriftError => error instanceof Error && KNOWN in error

/** `can()` said no. */
export class NotAllowedError extends SamskriftError {
  readonly code = 'not-allowed'
}

/** The thing does not exist, or the user may not know that it does. */
export class NotFoundError extends SamskriftError {
  readonly code = 'not-found'
}

export class ReportLockedError extends SamskriftError {
  readonly code = 'report-locked'
}

/** What is to be signed, sent or archived must be locked first. */
export class ReportNotLockedError extends SamskriftError {
  readonly code = 'report-not-locked'
}

/** Somebody locked the section: nobody writes in it, whatever their right to the report. */
export class SectionLockedError extends SamskriftError {
  readonly code = 'section-locked'
}

/** The text of that moment was removed by the organisation's rule, or was never kept. */
export class HistoryGoneError extends SamskriftError {
  readonly code = 'history-gone'
}

/** A section holds something that today's editor cannot show. */
export class TextUnreadableError extends SamskriftError {
  readonly code = 'text-unreadable'
}

/** Checks of level "stop" are left; `findings` says which. */
export class ChecksFailedError extends SamskriftError {
  readonly code = 'checks-failed'
  constructor(readonly findingCount: number) {
    super(`${findingCount} findings stop locking`)
  }
}

/** What a form sent does not hold; per field a code that the form explains. */
export class InvalidInputError extends SamskriftError {
  readonly code = 'invalid-input'
  constructor(readonly fields: Record<string, string>) {
    super(`invalid input: ${Object.keys(fields).join(', ')}`)
  }

  /**
   * Of what a schema refused.
   * @param whole stands for the field where an issue is in none
   * @param codeOf code of an issue; 'required' where the form tells all of them in one way
   */
  static of(
    { issues }: z.ZodError,
    whole: string,
    codeOf: (issue: z.core.$ZodIssue) => string = () => 'required',
  ): InvalidInputError {
    return new InvalidInputError(
      Object.fromEntries(issues.map(issue => [String(issue.path[0] ?? whole), codeOf(issue)])),
    )
  }
}

/** Something quoted from elsewhere: it is changed only as a correction, by those who manage the report. */
export class ValueSealedError extends SamskriftError {
  readonly code = 'value-sealed'
}

/** A template says how many there are of it at least, or at most. */
export class UnitCountError extends SamskriftError {
  readonly code = 'unit-count'
}

/** Another board says it for every board, and it stands in that board's report: it cannot be left out here. */
export class SharedRowError extends SamskriftError {
  readonly code = 'shared-row'
}

/** Somebody else has saved the same thing since it was read; nothing was overwritten. */
export class ChangedMeanwhileError extends SamskriftError {
  readonly code = 'changed-meanwhile'
}

/** The words that a comment is to be about are no longer there as they were shown. */
export class CommentPlaceGoneError extends SamskriftError {
  readonly code = 'comment-place-gone'
}

/** A template that no report can be made from; `faults` names the places. */
export class TemplateFaultsError extends SamskriftError {
  readonly code = 'template-faults'
  constructor(readonly faults: TemplateFault[]) {
    super(`${faults.length} faults`)
  }
}
