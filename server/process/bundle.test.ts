import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { docxParts } from '#editor/docx/testing/docx-parts.ts'
import { renderInChild } from '../export/render-in-child.ts'
import { RenderProcesses } from '../export/render-processes.ts'
import { renderFromBuild, renderFromSource, renderSource } from '../export/render-program.ts'
import { sampleReport } from '../export/testing/sample-report.ts'
import { bundle } from './bundle.ts'
import { type ChildProgram, projectFolder } from './start-child.ts'

function shortReport() {
  const { resolved, images } = sampleReport()
  return { resolved: { ...resolved, sections: resolved.sections.slice(0, 1) }, images }
}

const render = (program: ChildProgram, format: 'pdf' | 'docx'): Promise<Uint8Array> => {
  const processes = new RenderProcesses({ program, heap: 512 })
  const request = { ...shortReport(), format, figures: false }
  return renderInChild(
    () => processes.take(),
    request,
    { time: 90_000 },
    () => {},
    new AbortController().signal,
  )
}

it('a file is the same, to the byte, from the sources and from the built program', async () => {
  // Beside the packages, which the program finds from where it stands.
  const cache = join(projectFolder, 'node_modules', '.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'render-'))
  try {
    await bundle(renderSource, folder)
    const program = { ...renderFromBuild, file: join(folder, 'render-child.mjs') }
    const built = await render(program, 'pdf')
    expect(Buffer.from(built.subarray(0, 8)).toString()).toBe('%PDF-1.7')
    expect(Buffer.compare(built, await render(renderFromSource, 'pdf'))).toBe(0)
    // Word's packages are in it, too.
    const parts = docxParts(await render(program, 'docx'))
    expect(parts.get('word/document.xml')).toContain('Vård- och omsorgsnämnden')
  } finally {
    await rm(folder, { recursive: true })
  }
}, 240_000)
