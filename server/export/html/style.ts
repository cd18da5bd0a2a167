import { cssFamily, type Typeface } from '#editor/core/typefaces.ts'

/** The look of the file on screen and paper. Fonts of the reader's own machine: the file asks no other host. */
export const styleOf = (accent: string, typeface: Typeface): string => `
:root{--ink:#1a1f26;--muted:#535e6b;--accent:${accent};--rule:#c6ced8;--shade:#eef2f6;--draft:#8c2f0d}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:1.0625rem/1.6 ${cssFamily(typeface)};overflow-wrap:break-word}
.page{max-width:46rem;margin:0 auto;padding:3rem 1.25rem 5rem}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
header img{display:block;max-height:4.5rem;width:auto;margin-bottom:1rem}
footer{border-top:1px solid var(--rule);margin-top:3rem;padding-top:1rem;color:var(--muted);font-size:.9rem}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem}
.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{border-top:6px solid var(--accent);padding-top:1.5rem;margin-bottom:3rem}
header p{margin:0;color:var(--muted)}
header .organisation{color:var(--ink);font-weight:600;font-size:1.2rem}
h1,h2,h3,h4,h5,h6{color:var(--accent);line-height:1.25;font-weight:600;margin:2em 0 .4em}
h1{font-size:clamp(1.6rem,7vw,2.5rem);hyphens:auto;margin:1.5rem 0 1rem}
h2{font-size:1.75rem}h3{font-size:1.375rem}h4{font-size:1.125rem}h5,h6{font-size:1rem;color:var(--ink)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.5rem;border-top:1px solid var(--rule);padding-top:1rem}
dt{color:var(--muted)}dd{margin:0}
.draft{color:var(--draft)!important}
nav ol{list-style:none;padding:0}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
nav .level-1{font-weight:600;margin-top:.7rem}
nav .level-2{padding-left:1.25rem}
nav .level-3{padding-left:2.75rem}
.law{color:var(--muted);font-size:.875rem;margin:0 0 1rem}
li>p{margin:.3em 0}
blockquote{margin:1.25rem 0;padding-left:1rem;border-left:3px solid var(--accent)}
figure{margin:1.5rem 0}
img{max-width:100%;height:auto}
.table{overflow-x:auto;margin:1.5rem 0}
.table figure,.table table{margin:0}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4;font-variant-numeric:tabular-nums;border-top:1px solid var(--accent);border-bottom:1px solid var(--accent)}
caption{text-align:left;font-weight:600;color:var(--accent);padding-bottom:.4rem}
th,td{position:relative;text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--rule)}
td p,th p{margin:0}
thead th,th[scope=rowgroup]{background:var(--shade)}
thead th{vertical-align:bottom}
.data-block th[scope=row]{font-weight:400}
.data-block td{text-align:right}
.data-block thead th:not(:first-child){text-align:right}
.data-block :is(td,thead th).words{text-align:left}
.data-block .part th{padding-left:1.6rem}
.data-block .total :is(th,td){font-weight:600;border-top:1px solid var(--accent)}
:is(.data-block-source,.data-block-note){font-size:.8125rem;color:var(--muted);margin:.4rem 0 0}
.data-block-caption{font-weight:600;color:var(--accent);margin:0 0 .5rem}
.chart{container-type:inline-size}
.chart svg{display:block;overflow:visible;max-width:100%;height:auto;font-family:inherit}
.chart .chart-narrow{display:none}
@container (width<30rem){.chart .chart-wide{display:none}.chart .chart-narrow{display:block}}
.data-block summary{width:fit-content;color:var(--accent);text-decoration:underline;cursor:pointer;padding:.3rem 0}
.data-block summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.key-figures dl{grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem 1.25rem;border:0;padding:0}
.key-figures dl>div{border-top:3px solid var(--accent);padding-top:.4rem}
.key-figures dt{font-size:.9rem}
.key-figures .key-value{font-size:2rem;font-weight:600;line-height:1.25;color:var(--accent)}
.status-list{margin:1.5rem 0}
.status-item{border-top:1px solid var(--rule);padding:.6rem 0}
.status-head{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;align-items:baseline}
.status-head p{margin:0}
.status-goal{font-weight:600}
.status-sign{border:1px solid var(--muted);border-radius:1rem;padding:0 .7rem;font-size:.9rem;font-weight:600;white-space:nowrap}
.status-facts{grid-column:1/-1;color:var(--muted);font-size:.9rem}
[data-page-break]{display:none}
[role=doc-endnotes]{font-size:.9rem;border-top:1px solid var(--rule);margin-top:3rem}
sup{line-height:0}
@media print{
@page{size:A4;margin:25mm}
body{font-size:10pt}
.page{max-width:none;padding:0}
.skip,.data-block details:not([open]){display:none}
nav{break-after:page}
[data-page-break]{display:block;break-after:page}
h2,h3,h4,h5,h6,caption{break-after:avoid}
tr,img,figure.data-block,.status-item{break-inside:avoid}
thead{display:table-header-group}
.table{overflow:visible}
a{color:inherit;text-decoration:none}
}`
