import type { Column } from '#editor/ui/table.tsx'

/** Which indicator a row is about, under its area. */
export const indicatorColumn = (label: string): Column<{ area: string | null; name: string }> => ({
  label,
  cell: ({ area, name }) => (
    <>
      {area && <span className="block text-sm font-normal text-muted">{area}</span>}
      {name}
    </>
  ),
  className: 'as-table:min-w-56',
})
