'use client'

import { Download } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Progress } from '#app/ui/progress.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { type KoladaNews, readNews } from '../read-news.ts'
import { sv as words } from '../sv.ts'

const sv = words.fetch

/** "Hämta nu", how far it has come, and how it went. */
export function FetchNow() {
  const router = useRouter()
  const [news, setNews] = useState<KoladaNews | 'starting' | null>(null)
  const working = news === 'starting' || (news !== null && 'done' in news)

  const run = async (): Promise<void> => {
    setNews('starting')
    let last: KoladaNews | null = null
    try {
      const response = await fetch('/data/kolada/hamta', { method: 'POST' })
      if (response.ok)
        await readNews(response, one => {
          last = one
          setNews(one)
        })
      else last = { problem: ((await response.json()) as { message: string }).message }
    } catch {
      last = null
    }
    const ended: KoladaNews | null = last
    setNews(ended && !('done' in ended) ? ended : { problem: sv.noAnswer })
    router.refresh()
  }

  return (
    <div className="flex flex-col gap-4">
      <div>
        <Button variant="primary" icon={<Download aria-hidden />} loading={working} onClick={() => void run()}>
          {sv.now}
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {news === 'starting' && <Progress value={null} max={1} label={sv.starting} />}
        {news !== null && news !== 'starting' && 'done' in news && (
          <Progress
            value={news.done}
            max={news.total}
            label={news.done === news.total ? sv.storing : sv.progress(news.done, news.total)}
          />
        )}
      </div>
      {news !== null && news !== 'starting' && 'problem' in news && (
        <Notice tone="bad" title={sv.failed} alert>
          {news.problem}
        </Notice>
      )}
      {news !== null && news !== 'starting' && 'written' in news && (
        <Notice tone={news.gone.length > 0 ? 'warn' : 'good'} title={sv.done} alert>
          {sv.written(news.written)} {news.gone.length > 0 && sv.gone(news.gone)}
        </Notice>
      )}
    </div>
  )
}
