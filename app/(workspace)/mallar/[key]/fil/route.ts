import { answer } from '#app/api/answer.ts'
import { exportTemplate } from '#server/templates/drafts.ts'

/** The template as a file: for keeping, and for other organisations. */
export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const { key } = await params
  return answer(request, async ({ services, actor }) => {
    const template = await exportTemplate(services, actor, key)
    return new Response(JSON.stringify(template, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${key}.json`)}`,
      },
    })
  })
}
