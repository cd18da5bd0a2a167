import { coverFacts } from '#editor/core/cover-facts.ts'
import { DEFAULT_PROFILE, typefaceOf } from '#editor/core/document-profile.ts'
import { escapeHtml } from '#editor/core/escape-html.ts'
import { hasCover, type ResolvedReport } from '#editor/core/resolved-report.ts'
import { NoteNumbers } from './html/note-numbers.ts'
import { sectionAnchor, sectionHtml } from './html/section-html.ts'
import { styleOf } from './html/style.ts'
import { sv } from './sv.ts'

function head(resolved: ResolvedReport): string {
  const { report, organisation, board } = resolved
  const rows = coverFacts(resolved).map(
    ({ label, text }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd>`,
  )
  const draft =
    report.status === 'draft' ? `<p class="draft"><strong>${sv.draft}</strong> ${sv.draftExplained}</p>` : ''
  const logo = organisation.profile?.logo
  const mark = logo ? `<img src="data:${logo.mediaType};base64,${logo.base64}" alt="${escapeHtml(logo.alt)}">` : ''
  return `<header>${mark}<p class="organisation">${escapeHtml(organisation.name)}</p><p>${escapeHtml(board.name)}</p><h1>${escapeHtml(report.title)}</h1>${draft}<dl>${rows.join('')}</dl></header>`
}

const foot = ({ organisation: { profile } }: ResolvedReport): string =>
  profile?.foot ? `<footer>${escapeHtml(profile.foot)}</footer>` : ''

function contents({ sections }: ResolvedReport): string {
  const items = sections.map(
    section =>
      `<li class="level-${section.level}"><a href="#${sectionAnchor(section)}">${escapeHtml(`${section.number} ${section.heading}`)}</a></li>`,
  )
  return `<nav aria-labelledby="innehall"><h2 id="innehall">${sv.contents}</h2><ol>${items.join('')}</ol></nav>`
}

/** Heading levels of the sections: one more than the levels above that are there, so that none is skipped. */
function depths({ sections }: ResolvedReport): number[] {
  const open: number[] = []
  return sections.map(({ level }) => {
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return open.length + 1
  })
}

/**
 * The report as one accessible HTML file that asks no other host for anything.
 * @param images bytes by image id; they stand in the file as data addresses
 */
export function renderHtmlFile(resolved: ResolvedReport, images: ReadonlyMap<string, Uint8Array>): string {
  const context = {
    data: resolved.data,
    imageUrl: (id: string) => {
      const bytes = images.get(id)
      return bytes ? `data:${resolved.images[id]?.mediaType};base64,${Buffer.from(bytes).toString('base64')}` : ''
    },
  }
  const notes = new NoteNumbers()
  const depth = depths(resolved)
  const sections = resolved.sections.map((section, index) => sectionHtml(section, depth[index] ?? 2, context, notes))
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="generator" content="Samskrift">
<title>${escapeHtml(`${resolved.report.title} – ${resolved.organisation.name}`)}</title>
<style>${styleOf((resolved.organisation.profile ?? DEFAULT_PROFILE).accent, typefaceOf(resolved))}</style>
</head>
<body>
<a class="skip" href="#rapport">${sv.skip}</a>
<div class="page">
${head(resolved)}
${hasCover(resolved) ? contents(resolved) : ''}
<main id="rapport">
${sections.join('\n')}
${notes.list()}
</main>
${foot(resolved)}
</div>
</body>
</html>
`
}
