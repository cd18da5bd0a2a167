import { ApiProblem, type BodyFault } from './problem.ts'

const MAX_FAULTS = 100

/** What is wrong in a body, gathered so that all of it is said at once. */
export class Faults {
  readonly list: BodyFault[] = []

  add(pointer: string, detail: string): void {
    if (this.list.length < MAX_FAULTS) this.list.push({ pointer, detail })
  }

  /** @throws ApiProblem */
  throwIfAny(): void {
    if (this.list.length)
      throw new ApiProblem('invalid-body', { detail: 'Inget är sparat. Se errors.', errors: this.list })
  }
}
