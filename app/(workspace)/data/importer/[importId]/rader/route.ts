import { answer } from '#app/api/answer.ts'
import { csvBytes } from '#server/export/sources/csv.ts'
import { readRejectedRows } from '#server/indicators/rejected-rows.ts'
import { sv } from '../sv.ts'

/** The rows that the import left out, under the names of their columns, with what is wrong. */
export function GET(request: Request, { params }: { params: Promise<{ importId: string }> }): Promise<Response> {
  return answer(request, async ({ services, actor }) => {
    const { header, rows, more } = await readRejectedRows(services, actor, (await params).importId)
    const lines = rows.map(({ line, cells, reasons }) => [String(line), reasons.join(' '), ...cells])
    const bytes = csvBytes([
      [sv.rejected.line, sv.rejected.reason, ...header],
      ...lines,
      ...(more > 0 ? [['', sv.rejected.more(more)]] : []),
    ])
    return new Response(bytes.slice(), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${sv.rejected.fileName}"`,
        'cache-control': 'private, no-store',
      },
    })
  })
}
