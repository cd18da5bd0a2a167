import { documentSchema } from '../blocks/document-schema.ts'
import type { FigureSet } from '../core/figure.ts'
import { formatNumber } from '../core/format-number.ts'
import type { ReportPage } from '../core/report-page.ts'
import { formatValue } from '../core/structure/format-value.ts'
import { personColour } from '../ui/person-colour.ts'
import type { Form, Message, SurfaceTools } from './block-view.ts'
import { Connection } from './collab/connection.ts'
import { TransportChoice } from './collab/transport/transport-choice.ts'
import { beginComment } from './comments/begin-comment.ts'
import { CommentStore } from './comments/comment-store.ts'
import { FieldDrafts } from './fields/field-drafts.ts'
import { sv as fieldWords } from './fields/sv.ts'
import { valueAt } from './fields/value-at.ts'
import { type FigureChange, FigureStore } from './figures/figure-store.ts'
import { FindStore } from './find/find-store.ts'
import { LooseTexts } from './loose/loose-texts.ts'
import { offerLoose } from './loose/offer-loose.ts'
import { Mover } from './move/mover.ts'
import { sv as moveWords } from './move/sv.ts'
import { passportForm } from './passport/passport-form.tsx'
import { ComingsAndGoings } from './presence/comings-and-goings.ts'
import { FollowStore } from './presence/follow-store.ts'
import { PresenceStore } from './presence/presence-store.ts'
import { QuietStore } from './presence/quiet-store.ts'
import { errorMessage, reportApi } from './report-api.ts'
import { Store } from './store.ts'
import { mayWriteIn } from './structure/may-write.ts'
import { StructureStore } from './structure/structure-store.ts'
import type { ActiveEditor, OwnForm, Surface } from './surface-context.ts'
import { listOf, sv } from './sv.ts'
import { sv as topBarWords } from './top-bar/sv.ts'
import type { Dragging } from './units/use-reorder.ts'

const collabUrl = (): string => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/collab`

/** More new values than this in one import are counted, not read out one by one. */
const READ_OUT = 3

function changesText(changes: FigureChange[]): string {
  if (changes.length > READ_OUT) return sv.valuesChanged(changes.length)
  const shown = (value: string | null, { unit, decimals }: FigureChange['indicator']): string =>
    value === null ? sv.missingValue : `${formatNumber(value, decimals)}${unit === 'percent' ? '\u00a0%' : ''}`
  return changes
    .map(({ indicator, before, after }) =>
      sv.valueChanged(
        [indicator.area, indicator.name].filter(Boolean).join(', '),
        shown(before.value, indicator),
        shown(after.value, indicator),
      ),
    )
    .join(' ')
}

/** Everybody is told of a large import at once; so long they take to ask for what they show. Milliseconds. */
const SPREAD_MS = 600

export interface SurfaceHost {
  openForm: (form: Form) => void
  notify: (message: Message) => void
}

export interface MadeSurface extends Surface {
  /** Connects; browser only. @returns a function that leaves again */
  start: () => () => void
}

/** The stores of one open report and what ties them together. */
export function createSurface(page: ReportPage, host: SurfaceHost, ownForm: OwnForm | null = null): MadeSurface {
  const { sections: _sections, data, ...structureOfPage } = page
  const api = reportApi(page.report.id, { own: ownForm !== null })
  const spoken = new Store('')
  const structure = new StructureStore({ ...structureOfPage, sections: page.sections }, api)
  const drafts = new FieldDrafts({
    current: place => valueAt(structure.getSnapshot().structure, place).value,
    save: (place, value, correct) => structure.setValue(place, value, correct),
    onGone: (field, typed) =>
      host.notify({
        title: fieldWords.gone(field.label),
        text: typed,
        tone: 'warn',
        action: { label: fieldWords.copy, run: () => void navigator.clipboard.writeText(typed) },
      }),
    onOverwrite: (field, place, theirs) =>
      host.notify({
        title: fieldWords.overwritten(field.label),
        tone: 'warn',
        action: {
          label: fieldWords.bringBack(formatValue(field, theirs)),
          run: () => void structure.setValue(place, theirs).catch(failure => spoken.set(errorMessage(failure))),
        },
      }),
  })
  const isLocked = (): boolean => structure.getSnapshot().structure.report.lockedAt !== null
  const figures = new FigureStore({
    initial: data satisfies FigureSet,
    fetch: api.figures,
    frozen: isLocked,
    onChanges: changes => spoken.set(changesText(changes)),
  })
  const colourOf = (userId: string): string => personColour(userId, page.people)
  const presence = new PresenceStore(page.me.id)
  const following = new FollowStore()
  const quiet = new QuietStore()
  let transport: TransportChoice | null = null
  const connection = new Connection({
    address: () => {
      transport ??= new TransportChoice(sessionStorage)
      return { url: collabUrl(), reportId: page.report.id, userId: page.me.id, transport }
    },
    schema: documentSchema,
    user: { id: page.me.id, name: page.me.name, color: colourOf(page.me.id) },
    onDenied: sections => structure.stopWriting(sections),
    onChanged: ({ what, moved }) => {
      if (what === 'comments') return void comments.refresh()
      // Who may answer goes with the rights, and nobody does when the report is locked.
      if (what === 'rights' || what === 'locked') void comments.refresh()
      if (what !== 'data') return void structure.refresh()
      if (moved) figures.receive(moved)
      else figures.refresh(SPREAD_MS)
      // A reviewed section says which of its figures moved.
      if (structure.getSnapshot().structure.sections.some(({ status }) => status === 'reviewed'))
        void structure.refresh()
    },
    onLate: section => {
      loose.keep({ reason: 'late', section })
      connection.offer({ reason: 'late', sections: [section] }, () => loose.forget(section))
      spoken.set(topBarWords.refusedText.title.late)
    },
    // What was said while we were away was said to the others.
    onReturn: () => {
      void structure.refresh()
      drafts.retry()
      void comments.refresh()
      figures.refresh()
    },
    mayMove: sectionId => mover.allows(sectionId, moveWords.undoRefused),
    onUndoFailed: error => {
      console.error('A step could not be taken', error)
      host.notify({ ...sv.undoFailed, tone: 'warn' })
    },
  })
  const active = new Store<ActiveEditor | null>(null)
  const tools: SurfaceTools = {
    api,
    get year() {
      return structure.getSnapshot().structure.report.year
    },
    figures: () => figures.getSnapshot(),
    showPassport: (ref, edit) => host.openForm(passportForm({ ref, api, figures, edit })),
    comment: editor => beginComment({ active, comments, connection, structure, say: sayIt }, editor),
    speak: text => spoken.set(text),
    ...host,
  }
  const mover = new Mover({ structure, spoken, tools, room: () => connection.getSnapshot().room })

  const loose = new LooseTexts({ userId: page.me.id, reportId: page.report.id })

  const sectionIds = (): string[] => structure.getSnapshot().structure.sections.map(section => section.id)
  const comments = new CommentStore({
    api,
    reportId: page.report.id,
    me: page.me.id,
    connection,
    sectionIds,
    sectionName: sectionId => {
      const found = structure.getSnapshot().structure.sections.find(({ id }) => id === sectionId)
      return found ? sv.sectionName(found.number, found.heading) : ''
    },
    announce: text => {
      if (!quiet.getSnapshot()) spoken.set(text)
    },
  })
  const sayIt = (title: string): void => host.notify({ title, tone: 'info' })

  const find = new FindStore({
    connection,
    sectionIds,
    mayWrite: sectionId => mayWriteIn(structure.getSnapshot().structure, sectionId),
  })

  const start = (): (() => void) => {
    quiet.recall()
    const movements = new ComingsAndGoings(({ came, went }) => {
      if (quiet.getSnapshot()) return
      spoken.set([came.length && sv.came(listOf(came)), went.length && sv.went(listOf(went))].filter(Boolean).join(' '))
    })
    const stopSpeaking = presence.subscribe(() => movements.see(presence.getSnapshot()))
    let unfollow = (): void => {}
    let room: unknown = null
    const stopFollowing = connection.subscribe(() => {
      const next = connection.getSnapshot().room
      if (next === room) return
      room = next
      unfollow()
      unfollow = next ? presence.follow(next.provider.awareness) : () => {}
      following.use(next?.provider.awareness ?? null)
    })
    const stopWatching = structure.subscribe(() => {
      connection.leaveSection(sectionId => mayWriteIn(structure.getSnapshot().structure, sectionId))
    })
    const leaveLoose = offerLoose(connection, loose)
    const leave = connection.start()
    const leaveComments = comments.start()
    const flush = (): void => drafts.flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      leaveComments()
      leaveLoose()
      leave()
      unfollow()
      following.use(null)
      stopFollowing()
      stopWatching()
      stopSpeaking()
      movements.stop()
    }
  }

  return {
    reportId: page.report.id,
    ownForm,
    connection,
    structure,
    drafts,
    dragging: new Store<Dragging | null>(null),
    figures,
    comments,
    presence,
    following,
    quiet,
    colourOf,
    active,
    find,
    mover,
    loose,
    spoken,
    tools,
    start,
  }
}
