import type { MovedFigure } from '../../core/moved-figure.ts'
import type { ReportStructure, SectionStructure } from '../../core/report-page.ts'
import type { SharedRowsOffer } from '../../core/shared-rows.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import type { FieldPlace, ReportChange, ReportChanged, SectionChange } from '../report-api.ts'
import { errorMessage } from '../report-api.ts'
import { Store } from '../store.ts'
import {
  acceptEdit,
  confirmEdit,
  type Edit,
  reportEdit,
  rowMoveEdit,
  rowRemoveEdit,
  sectionEdit,
  valueEdit,
} from './structure-edits.ts'

export interface StructureState {
  /** As the server said, with what is being saved already in it. */
  structure: ReportStructure
  /** By section: why its last change was not saved. */
  errors: Record<string, string>
}

export interface StructureApi {
  structure(): Promise<ReportStructure>
  changeReport(change: ReportChange): Promise<ReportChanged>
  changeSection(sectionId: string, change: SectionChange): Promise<unknown>
  confirmText(sectionId: string): Promise<unknown>
  bringSharedRows(sectionId: string, fromId: string, kind: string): Promise<unknown>
  acceptFigures(sectionId: string, seen: Record<string, number | null>): Promise<unknown>
  setValue(place: FieldPlace, value: string, correct?: boolean): Promise<{ before: string | null }>
  addUnit(sectionId: string, kind: string): Promise<{ id: string }>
  moveUnit(unitId: string, before: string | null): Promise<unknown>
  removeUnit(unitId: string): Promise<unknown>
  restoreUnit(unitId: string): Promise<unknown>
}

/** Sections that say the same as before stay the same objects, so that their rows are not drawn again. */
function keepUnchanged(before: readonly SectionStructure[], now: readonly SectionStructure[]): SectionStructure[] {
  const known = new Map(before.map(section => [section.id, section]))
  return now.map(section => {
    const old = known.get(section.id)
    return old && JSON.stringify(old) === JSON.stringify(section) ? old : section
  })
}

const unchanged: Edit = structure => structure

/** Everything of the report but its text. Changes show at once and are taken back if the server refuses them. */
export class StructureStore extends Store<StructureState> {
  readonly #api: StructureApi
  #saved: ReportStructure
  #pending: Edit[] = []
  #errors: Record<string, string> = {}

  constructor(structure: ReportStructure, api: StructureApi) {
    super({ structure, errors: {} })
    this.#saved = structure
    this.#api = api
  }

  /**
   * @returns what stood there, and the deadline that the year may have moved
   * @throws ApiError, or TypeError where there is no contact: the form says so
   */
  async changeReport(change: ReportChange): Promise<ReportChanged> {
    const changed = await this.#apply(reportEdit(change), () => this.#api.changeReport(change))
    await this.refresh()
    return changed
  }

  change(sectionId: string, change: SectionChange): Promise<boolean> {
    return this.#run(sectionEdit(sectionId, change), sectionId, () => this.#api.changeSection(sectionId, change))
  }

  /** What came from an earlier report holds. */
  confirmText(sectionId: string): Promise<boolean> {
    return this.#run(confirmEdit(sectionId), sectionId, () => this.#api.confirmText(sectionId))
  }

  /** The text still holds with the figures' new values; what has moved once more meanwhile is refused. */
  acceptFigures(sectionId: string, moved: MovedFigure[]): Promise<boolean> {
    const seen = Object.fromEntries(moved.map(({ key, observationId }) => [key, observationId]))
    return this.#run(acceptEdit(sectionId, moved), sectionId, async () => {
      await this.#api.acceptFigures(sectionId, seen)
      await this.refresh()
    })
  }

  /** Takes over what another board's report has for every board. */
  bringSharedRows(sectionId: string, { fromId, kind }: SharedRowsOffer): Promise<boolean> {
    return this.#run(unchanged, sectionId, async () => {
      await this.#api.bringSharedRows(sectionId, fromId, kind)
      await this.refresh()
    })
  }

  /** The åtgärd is as far as the earlier report said. */
  confirmStatus(sectionId: string, unitId: string, status: string): Promise<boolean> {
    const place: FieldPlace = { of: 'unit', id: unitId, key: 'status' }
    return this.#run(valueEdit(place, status), sectionId, async () => {
      await this.#api.setValue(place, status)
      await this.refresh()
    })
  }

  /**
   * @returns what stood there when it was written: another's, perhaps, that had not come here yet
   * @throws ApiError, or TypeError where there is no contact: the field says so where it stands
   */
  async setValue(place: FieldPlace, value: string | null, correct = false): Promise<string | null> {
    const { before } = await this.#apply(valueEdit(place, value), () => this.#api.setValue(place, value ?? '', correct))
    return before
  }

  /** @returns the new unit's id; null where it was refused, which `errors` says under the section */
  async addUnit(sectionId: string, kind: string): Promise<string | null> {
    let id: string | null = null
    await this.#run(unchanged, sectionId, async () => {
      id = (await this.#api.addUnit(sectionId, kind)).id
      await this.refresh()
    })
    return id
  }

  /** @param sectionId of the section that lists it */
  moveUnit(sectionId: string, unitId: string, before: string | null): Promise<boolean> {
    return this.#run(rowMoveEdit(unitId, before), sectionId, async () => {
      await this.#api.moveUnit(unitId, before)
      await this.refresh()
    })
  }

  removeUnit(sectionId: string, unitId: string): Promise<boolean> {
    return this.#run(rowRemoveEdit(unitId), sectionId, async () => {
      await this.#api.removeUnit(unitId)
      await this.refresh()
    })
  }

  restoreUnit(sectionId: string, unitId: string): Promise<boolean> {
    return this.#run(unchanged, sectionId, async () => {
      await this.#api.restoreUnit(unitId)
      await this.refresh()
    })
  }

  /** The server says that the structure moved. */
  readonly refresh = oneAtATime(() => this.#fetch())

  /**
   * Rights are gone, or report or section is locked: say so before the server has answered in full.
   * @param sectionIds null for the whole report
   */
  stopWriting(sectionIds: string[] | null): void {
    const { may, sections } = this.#saved
    this.#saved = sectionIds
      ? {
          ...this.#saved,
          sections: sections.map(one => (sectionIds.includes(one.id) ? { ...one, mayWrite: false } : one)),
        }
      : { ...this.#saved, may: { ...may, write: false } }
    this.#publish()
  }

  async #fetch(): Promise<void> {
    try {
      const next = await this.#api.structure()
      this.#saved = { ...next, sections: keepUnchanged(this.#saved.sections, next.sections) }
      this.#publish()
    } catch {
      // What is shown stays; the connection's own line says that there is no contact.
    }
  }

  /** Shows the edit while the server is asked, and keeps it when it has answered. */
  async #apply<T>(edit: Edit, ask: () => Promise<T>): Promise<T> {
    this.#pending.push(edit)
    this.#publish()
    try {
      const answer = await ask()
      this.#saved = edit(this.#saved)
      return answer
    } finally {
      this.#pending = this.#pending.filter(other => other !== edit)
      this.#publish()
    }
  }

  /** As {@link #apply}; a refusal is said under the section. */
  async #run(edit: Edit, sectionId: string, ask: () => Promise<unknown>): Promise<boolean> {
    delete this.#errors[sectionId]
    try {
      await this.#apply(edit, ask)
      return true
    } catch (failure) {
      this.#errors = { ...this.#errors, [sectionId]: errorMessage(failure) }
      this.#publish()
      return false
    }
  }

  #publish(): void {
    const structure = this.#pending.reduce((so, edit) => edit(so), this.#saved)
    this.set({ structure, errors: { ...this.#errors } })
  }
}
