import type { PdfRevision } from '../pdf/pdf-revision.ts'
import { PdfRef, PdfStream, type PdfValue } from '../pdf/pdf-value.ts'
import type { ChangeKind } from './change.ts'

/** Objects of an addition that are accounted for, and changes that are not allowed. */
export class Explained {
  readonly changes = new Set<ChangeKind>()
  private readonly objects = new Set<number>()

  constructor(
    readonly before: PdfRevision,
    readonly after: PdfRevision,
    /** Numbers of what the addition writes, new or again. */
    readonly written: ReadonlySet<number>,
  ) {}

  has(num: number): boolean {
    return this.objects.has(num)
  }

  claim(value: PdfValue | undefined): void {
    if (value instanceof PdfRef) this.objects.add(value.num)
  }

  refuse(kind: ChangeKind): void {
    this.changes.add(kind)
  }

  isNew(num: number): boolean {
    return this.written.has(num) && this.before.entry(num).kind === 'free'
  }

  /** Accounts for all new objects that a value leads to. What was there before is neither followed nor accounted for. */
  claimNew(value: PdfValue | undefined): void {
    walk(value, this.after, num => {
      if (!this.isNew(num) || this.objects.has(num)) return false
      this.objects.add(num)
      return true
    })
  }
}

/**
 * Visits every reference that a value leads to.
 * @param enter whether what the object holds is visited too
 */
export function walk(value: PdfValue | undefined, revision: PdfRevision, enter: (num: number) => boolean): void {
  const waiting: (PdfValue | undefined)[] = [value]
  for (let at = waiting.pop(); at !== undefined || waiting.length > 0; at = waiting.pop()) {
    if (at instanceof PdfRef) {
      if (enter(at.num)) waiting.push(revision.object(at.num))
    } else if (Array.isArray(at)) for (const one of at) waiting.push(one)
    else if (at instanceof Map) for (const one of at.values()) waiting.push(one)
    else if (at instanceof PdfStream) for (const one of at.dict.values()) waiting.push(one)
  }
}
