import { writeFileSync } from 'node:fs'
const { sampleReport } = await import('/work/main/server/export/testing/sample-report.ts')
const { renderPdf } = await import('/work/main/server/export/render-pdf.ts')
const { resolved, images } = sampleReport()
if (process.argv[2] === 'locked') resolved.report.status = 'locked'
const t = performance.now()
let last = ''
const bytes = await renderPdf(resolved, images, (p: {step: string, share: number}) => { if (p.step !== last) { last = p.step; console.log(p.step, p.share.toFixed(2), Math.round(performance.now() - t)) } })
writeFileSync('/tmp/out.pdf', bytes)
console.log(bytes.length, Math.round(performance.now() - t) + ' ms', Math.round(process.resourceUsage().maxRSS / 1024) + ' MB')
