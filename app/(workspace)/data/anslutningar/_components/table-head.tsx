import { HEAD } from '../../_components/wide-table.tsx'

export const tableHead = (texts: readonly string[]) =>
  texts.map(text => (
    <th key={text} scope="col" className={HEAD}>
      {text}
    </th>
  ))

export const ROW = 'border-b border-line last:border-b-0'
