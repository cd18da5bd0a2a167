import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { SelectField, type SelectFieldProps } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import type { ProposedSigner } from '#server/signing/rounds/propose-signers.ts'
import type { SignerFaults } from '../signer-faults.ts'
import { sv as words } from '../sv.ts'

const sv = words.start

export interface PlannedRow {
  key: number
  capacity: string
  userId: string
  /** Who the page proposed for it, and why; null for a row that somebody has added. */
  proposed: ProposedSigner | null
}

/** Why this person stands there, while what the page proposed does. */
const reasonFor = ({ capacity, userId, proposed }: PlannedRow): string | null =>
  proposed?.reason && proposed.capacity === capacity && proposed.userId === userId ? sv.proposed[proposed.reason] : null

export interface SignerRowProps {
  row: PlannedRow
  number: number
  people: SelectFieldProps['options']
  faults: SignerFaults | undefined
  onChange: (part: Partial<PlannedRow>) => void
  onUp: (() => void) | null
  onDown: (() => void) | null
  onRemove: (() => void) | null
}

/** One who is to sign: as what, and who. */
export function SignerRow({ row, number, people, faults, onChange, onUp, onDown, onRemove }: SignerRowProps) {
  return (
    <li data-signer={row.key}>
      <fieldset className="flex flex-wrap items-start gap-3 rounded-lg border border-line p-3">
        <legend className="sr-only">{sv.signer(number)}</legend>
        <div className="min-w-48 grow basis-56">
          <TextField
            label={sv.capacity}
            name="capacity"
            value={row.capacity}
            error={faults?.capacity ?? null}
            maxLength={80}
            autoComplete="off"
            onChange={event => onChange({ capacity: event.target.value })}
          />
        </div>
        <div className="min-w-48 grow basis-64">
          <SelectField
            label={sv.person}
            name="userId"
            placeholder={sv.choose}
            options={people}
            note={reasonFor(row)}
            value={row.userId}
            error={faults?.person ?? null}
            onChange={event => onChange({ userId: event.target.value })}
          />
        </div>
        <div className="flex gap-1 sm:mt-7">
          <IconButton
            label={sv.up(number)}
            icon={<ArrowUp aria-hidden />}
            aria-disabled={!onUp || undefined}
            onClick={() => onUp?.()}
          />
          <IconButton
            label={sv.down(number)}
            icon={<ArrowDown aria-hidden />}
            aria-disabled={!onDown || undefined}
            onClick={() => onDown?.()}
          />
          <IconButton
            label={sv.remove(number)}
            icon={<X aria-hidden />}
            aria-disabled={!onRemove || undefined}
            onClick={() => onRemove?.()}
          />
        </div>
      </fieldset>
    </li>
  )
}
