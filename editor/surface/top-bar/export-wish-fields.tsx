import type { ExportFormat, ExportWish } from '../report-api.ts'
import { sv } from './sv.ts'

const FORMATS: ExportFormat[] = ['pdf', 'docx', 'html']
const ARCHIVE_FORMATS: ExportFormat[] = [...FORMATS, 'archive']
const AUDIENCES: ExportWish['audience'][] = ['internal', 'public']

export interface ExportWishFieldsProps {
  wish: ExportWish
  onChange: (wish: ExportWish) => void
  /** Whether there is anything for an appendix of figures. */
  hasFigures: boolean
  /** Whether there is anything for an appendix of comments. */
  hasComments: boolean
  disabled: boolean
  /** Only what is locked goes to the archive, and not by everybody. */
  mayArchive: boolean
}

/** What file, for whom, and with what in it. */
export function ExportWishFields({
  wish,
  onChange,
  hasFigures,
  hasComments,
  disabled,
  mayArchive,
}: ExportWishFieldsProps) {
  // It holds everything there is.
  const isArchive = wish.format === 'archive'
  return (
    <>
      <fieldset disabled={disabled}>
        <legend className="mb-1 font-semibold">{sv.exporting.format}</legend>
        <div className="flex flex-wrap gap-x-6">
          {(mayArchive ? ARCHIVE_FORMATS : FORMATS).map(format => (
            <label key={format} className="flex min-h-8 items-center gap-2.5">
              <input
                type="radio"
                name="format"
                checked={wish.format === format}
                onChange={() => onChange({ ...wish, format, ...(format === 'archive' && { audience: 'internal' }) })}
                className="size-4 shrink-0 accent-accent"
              />
              {sv.exporting.formats[format]}
            </label>
          ))}
        </div>
      </fieldset>
      {isArchive && <p className="text-muted">{sv.exporting.archive}</p>}
      <fieldset disabled={disabled} hidden={isArchive}>
        <legend className="mb-1 font-semibold">{sv.exporting.audience}</legend>
        {AUDIENCES.map(audience => (
          <label key={audience} className="flex items-start gap-2.5 py-1">
            <input
              type="radio"
              name="audience"
              checked={wish.audience === audience}
              onChange={() => onChange({ ...wish, audience })}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              {sv.exporting.audiences[audience].name}
              <span className="block text-sm text-muted">{sv.exporting.audiences[audience].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {hasFigures && !isArchive && (
        <label className="flex items-start gap-2.5">
          <input
            type="checkbox"
            checked={wish.figures}
            disabled={disabled}
            onChange={event => onChange({ ...wish, figures: event.target.checked })}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          {sv.exporting.figures}
        </label>
      )}
      {hasComments && !isArchive && (
        <label className="flex items-start gap-2.5">
          <input
            type="checkbox"
            checked={wish.comments === true && wish.audience === 'internal'}
            disabled={disabled || wish.audience === 'public'}
            onChange={event => onChange({ ...wish, comments: event.target.checked })}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span>
            {sv.exporting.comments}
            {wish.audience === 'public' && <span className="block text-sm text-muted">{sv.exporting.noComments}</span>}
          </span>
        </label>
      )}
    </>
  )
}
