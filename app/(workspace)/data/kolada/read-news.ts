/** A line of the answer of /data/kolada/hamta. */
export type KoladaNews = { done: number; total: number } | { written: number; gone: string[] } | { problem: string }

/** Calls `on` for each line as it comes. */
export async function readNews(response: Response, on: (news: KoladaNews) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) on(JSON.parse(line) as KoladaNews)
  }
}
