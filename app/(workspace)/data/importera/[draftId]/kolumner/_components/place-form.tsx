import { Button } from '#editor/ui/button.tsx'
import type { PointingPage } from '#server/indicators/point-out.ts'
import { SelectField } from '../../../../../../ui/select-field.tsx'
import { sv as all } from '../sv.ts'

const sv = all.place

const textOf = (cells: string[]): string => {
  const text = cells.filter(cell => cell.trim() !== '').join(', ')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Which sheet and which rows: another choice is another table, so the page is read again. */
export function PlaceForm({ page: { sheets, rows, pointing } }: { page: PointingPage }) {
  return (
    <form method="get" aria-label={sv.title} className="rounded-xl border border-line bg-surface p-5">
      <h2 className="text-xl font-semibold">{sv.title}</h2>
      <div className="mt-4 grid gap-4 sm:grid-cols-3">
        {sheets.length > 1 && (
          <SelectField
            label={sv.sheet}
            name="blad"
            defaultValue={pointing.sheet ?? ''}
            options={sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? sv.hidden(name) : name }))}
          />
        )}
        <SelectField
          label={sv.headerLine}
          name="rad"
          defaultValue={String(pointing.headerLine)}
          options={rows.map(({ line, cells }) => ({ value: String(line), label: sv.line(line, textOf(cells)) }))}
        />
        <SelectField
          label={sv.headerRows}
          name="rader"
          defaultValue={String(pointing.headerRows)}
          options={['1', '2', '3', '4'].map(value => ({ value, label: value }))}
        />
      </div>
      <Button type="submit" className="mt-4">
        {sv.show}
      </Button>
    </form>
  )
}
