import type { CommentThread } from '../core/comment-thread.ts'
import type { Figure, FigureKind, FigureRef, FigureSet, Indicator, Passport } from '../core/figure.ts'
import type { ReportStructure, SectionStatus } from '../core/report-page.ts'
import { sv } from './sv.ts'

/** What a person may change of a section besides its text. */
export interface SectionChange {
  status?: SectionStatus
  /** A person or a role; the one takes the place of the other. */
  ownerId?: string | null
  ownerRole?: string | null
  deadline?: string | null
  notApplicableReason?: string | null
  /** Nobody writes in a locked section. */
  locked?: boolean
}

/** What the report is called, and until when. */
export interface ReportChange {
  title?: string
  year?: number
  diaryNumber?: string | null
  /** ISO date. */
  deadline?: string | null
}

export interface ReportChanged {
  /** What the deadline is now: the law's moves with the year. */
  deadline: string | null
  before: Required<ReportChange>
}

/** One field of the report, a section or a unit, with what was typed into it. */
export interface FieldPlace {
  of: 'report' | 'section' | 'unit'
  id: string
  key: string
}

/** A report that a field can refer to. */
export interface ReportChoice {
  id: string
  title: string
  templateKey: string
}

export interface Finding {
  rule: string
  /** `stop` keeps the report from being locked. */
  level: 'stop' | 'warning'
  sectionId: string | null
  message: string
  /** Another report where it is put right. */
  link?: { reportId: string; title: string; board: string }
}

/** The indicators of one source, those of an area beside each other. */
export interface CatalogueSource {
  source: string
  sourceName: string
  /** Calendar years that any of them has a result for, newest first. */
  years: number[]
  /** The newest period of any of them, of a year or a part of one, with a result or a budget. */
  newest: string | null
  indicators: (Indicator & { years: number[] })[]
}

/** Figures to put into a text: one per indicator, the best first. */
export interface FoundFigures {
  refs: FigureRef[]
  data: FigureSet
}

/** What there are figures of, for one indicator. */
export interface IndicatorPeriods {
  /** Newest first. */
  periods: string[]
  kinds: FigureKind[]
  genders: FigureRef['gender'][]
}

/** One value that a figure has had, and what recorded it. */
export interface PastValue {
  observationId: number
  value: string | null
  status: 'final' | 'preliminary' | 'suppressed' | 'missing' | 'withdrawn'
  /** ISO 8601 instant. */
  recordedAt: string
  by: Pick<Passport, 'importId' | 'method' | 'fileName' | 'importedBy'> & { reason: string | null; restored: boolean }
}

export interface FigureUse {
  reportId: string
  reportTitle: string
  year: number
  locked: boolean
  sectionId: string
  heading: string
  /** What a locked report holds. */
  frozenValue: string | null
}

/** Everything that is known of one figure. */
export interface FigurePassport {
  data: FigureSet
  figure: Figure | null
  /** Newest first. */
  history: PastValue[]
  uses: { places: FigureUse[]; hidden: number }
}

export type ExportFormat = 'pdf' | 'docx' | 'html' | 'archive'

export interface ExportWish {
  format: ExportFormat
  /** With an appendix that says where each figure came from. */
  figures: boolean
  /** With an appendix of what is said about a draft. */
  comments?: boolean
  /** `public`: without small numbers. */
  audience: 'internal' | 'public'
  /** The first page is wanted ahead of the file, where it does not depend on what follows it. */
  firstPage?: boolean
}

export interface ExportProgress {
  state: 'queued' | 'running' | 'done' | 'failed'
  step: 'waiting' | 'resolving' | 'layout' | 'contents' | 'drawing' | 'packing' | 'done'
  /** 0 to 1. */
  share: number
  /** The first page is there to be looked at while the rest is made. */
  firstPage?: true
  errorCode: string | null
  /** What a person can do something about: signs that cannot be printed, and where. */
  errorDetail?: string
}

/** A comment on words of the text, before it has a thread. */
export interface NewComment {
  sectionId: string
  /** First and last place of the words: Yjs relative positions, base64. */
  from: string
  to: string
  words: string
  body: string
}

/** A refusal of the server. `message` is Swedish and says what to do. */
export class ApiError extends Error {
  override name = 'ApiError'
  constructor(
    readonly code: string,
    message: string,
    /** By field of the form: a code that the form explains. */
    readonly fields: Record<string, string> = {},
  ) {
    super(message)
  }
}

/** What to tell the person who met it. */
export const errorMessage = (error: unknown): string => (error instanceof ApiError ? error.message : sv.noContact)

async function refusal(response: Response): Promise<ApiError> {
  try {
    const { code, message, fields } = (await response.json()) as {
      code: string
      message: string
      fields?: Record<string, string>
    }
    return new ApiError(code, message, fields)
  } catch {
    return new ApiError('unforeseen', sv.serverError)
  }
}

async function send(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init })
  if (!response.ok) throw await refusal(response)
  return response
}

async function json<T>(path: string, init?: RequestInit): Promise<T> {
  return (await (await send(path, init)).json()) as T
}

const body = (method: string, value: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

/** What the browser lets a request carry that outlives its page. */
const MOST_OUTLIVING_BYTES = 60_000

/** A save that goes through although the page is left. */
const outliving = (init: RequestInit): RequestInit =>
  new TextEncoder().encode(String(init.body)).length < MOST_OUTLIVING_BYTES ? { ...init, keepalive: true } : init

export type ReportApi = ReturnType<typeof reportApi>

/**
 * The server's answers about one report.
 * @param own only the sections that are the person's own
 * @throws ApiError; TypeError where there is no contact
 */
export function reportApi(reportId: string, { own = false }: { own?: boolean } = {}) {
  const root = `/api/reports/${reportId}`
  return {
    reportId,
    structure: () => json<ReportStructure>(`${root}/structure${own ? '?mina' : ''}`),
    figures: (refs: FigureRef[]) => json<FigureSet>(`${root}/figures`, body('POST', { refs })),
    findFigures: (query: string, year: number, signal?: AbortSignal) =>
      json<FoundFigures>(
        `/api/figures/search?${new URLSearchParams({ q: query, year: String(year) })}`,
        signal && { signal },
      ),
    periods: (indicatorId: string) =>
      json<IndicatorPeriods>(`/api/figures/periods?${new URLSearchParams({ indicator: indicatorId })}`),
    passport: (ref: FigureRef) => json<FigurePassport>(`/api/figures/passport?${new URLSearchParams({ ...ref })}`),
    indicators: () => json<CatalogueSource[]>('/api/indicators'),
    checks: () => json<Finding[]>(`${root}/checks`),
    comments: () => json<CommentThread[]>(`${root}/comments`),
    startComment: (comment: NewComment) => json<{ id: string }>(`${root}/comments`, body('POST', comment)),
    reply: (threadId: string, text: string) =>
      json<{ id: number }>(`${root}/comments/${threadId}/messages`, body('POST', { body: text })),
    resolveThread: (threadId: string, resolved: boolean) =>
      send(`${root}/comments/${threadId}`, body('PATCH', { resolved })),
    changeMessage: (threadId: string, messageId: number, change: { body: string } | { removed: boolean }) =>
      send(`${root}/comments/${threadId}/messages/${messageId}`, body('PATCH', change)),
    lock: () => send(`${root}/lock`, { method: 'POST' }),
    changeReport: (change: ReportChange) => json<ReportChanged>(root, body('PATCH', change)),
    changeSection: (sectionId: string, change: SectionChange) =>
      send(`${root}/sections/${sectionId}`, body('PATCH', change)),
    /** By figure: the observation that was on the page. */
    acceptFigures: (sectionId: string, seen: Record<string, number | null>) =>
      send(`${root}/sections/${sectionId}/figures`, body('POST', seen)),
    bringSharedRows: (sectionId: string, fromId: string, kind: string) =>
      send(`${root}/sections/${sectionId}/shared-rows`, body('POST', { fromId, kind })),
    confirmText: (sectionId: string) => send(`${root}/sections/${sectionId}/confirm`, { method: 'POST' }),
    reports: () => json<ReportChoice[]>('/api/report-choices'),
    setValue: (place: FieldPlace, value: string, correct = false) =>
      json<{ before: string | null }>(`${root}/values`, outliving(body('PUT', { ...place, value, correct }))),
    addUnit: (sectionId: string, kind: string) =>
      json<{ id: string }>(`${root}/units`, body('POST', { sectionId, kind })),
    moveUnit: (unitId: string, before: string | null) => send(`${root}/units/${unitId}`, body('PATCH', { before })),
    /** Those boards answer what this report answers. */
    shareReview: (boardIds: string[]) =>
      json<{ boardId: string; reportId: string; isNew: boolean }[]>(`${root}/answers`, body('POST', { boardIds })),
    /** The answers are put together in a report of that board. */
    assembleAnswers: (boardId: string) =>
      json<{ id: string; isNew: boolean }>(`${root}/joint`, body('POST', { boardId })),
    includeAnswer: (answerId: string) => send(`${root}/joint`, body('PATCH', { answerId })),
    bringRecommendation: ({ reportId: to, ...which }: { fromId: string; reportId: string; lineageId: string }) =>
      send(`/api/reports/${to}/recommendations`, body('POST', which)),
    removeUnit: (unitId: string) => send(`${root}/units/${unitId}`, { method: 'DELETE' }),
    restoreUnit: (unitId: string) => send(`${root}/units/${unitId}/restore`, { method: 'POST' }),
    storeImage: (file: File) => {
      const form = new FormData()
      form.set('file', file)
      return json<{ imageId: string; width: number; height: number }>(`${root}/images`, { method: 'POST', body: form })
    },
    /** The bytes of a picture of any report that the person may read. */
    imageFile: async (ofReport: string, imageId: string) => {
      const bytes = await (await send(`/api/reports/${ofReport}/images/${imageId}`)).blob()
      return new File([bytes], imageId, { type: bytes.type })
    },
    imageUrl: (imageId: string) => `${root}/images/${imageId}`,
    startExport: (wish: ExportWish) => json<{ id: string; fileName: string }>(`${root}/exports`, body('POST', wish)),
    /** What the file cannot show as it looks here. */
    preflight: ({ format, audience }: Pick<ExportWish, 'format' | 'audience'>) =>
      json<Finding[]>(`${root}/exports/preflight?${new URLSearchParams({ format, audience })}`),
    cancelExport: (exportId: string) => send(`/api/exports/${exportId}`, { method: 'DELETE', keepalive: true }),
    firstPageUrl: (exportId: string) => `/api/exports/${exportId}/first-page`,
    exportFileUrl: (exportId: string) => `/api/exports/${exportId}/file`,
    /** @returns a function that stops watching */
    watchExport: (exportId: string, on: (progress: ExportProgress) => void, onLost: () => void): (() => void) => {
      const events = new EventSource(`/api/exports/${exportId}/progress`)
      events.addEventListener('progress', event => {
        const progress = JSON.parse(event.data) as ExportProgress
        if (progress.state === 'done' || progress.state === 'failed') events.close()
        on(progress)
      })
      // While it can, the browser connects again by itself.
      events.addEventListener('error', () => {
        if (events.readyState === EventSource.CLOSED) onLost()
      })
      return () => events.close()
    },
  }
}
