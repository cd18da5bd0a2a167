import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { projectFolder } from '#db/project-folder.ts'
import { docxParts } from '#editor/docx/testing/docx-parts.ts'
import { renderInChild } from '../export/render-in-child.ts'
import { RenderProcesses } from '../export/render-processes.ts'
import { BUILT_OPTIONS, RENDER_SOURCE, renderProgram } from '../export/render-program.ts'
import { sampleReport } from '../export/testing/sample-report.ts'
import { bundleTogether, bundleWithPackages } from './bundle.ts'
import type { Program } from './program.ts'

function shortReport() {
  const { resolved, images } = sampleReport()
  return { resolved: { ...resolved, sections: resolved.sections.slice(0, 1) }, images }
}

const render = (program: Program, format: 'pdf' | 'docx'): Promise<Uint8Array> => {
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

/** Beside the packages, which a program finds from where it stands. */
async function newFolder(): Promise<string> {
  const cache = join(projectFolder(), 'node_modules', '.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'bundle-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

it('a file is the same, to the byte, from the sources and from the built program', async () => {
  const folder = await newFolder()
  await bundleWithPackages(RENDER_SOURCE, folder)
  const program = { options: BUILT_OPTIONS, file: join(folder, 'render-child.mjs') }
  const built = await render(program, 'pdf')
  expect(Buffer.from(built.subarray(0, 8)).toString()).toBe('%PDF-1.7')
  expect(Buffer.compare(built, await render(renderProgram, 'pdf'))).toBe(0)
  // Word's packages are in it, too.
  const parts = docxParts(await render(program, 'docx'))
  expect(parts.get('word/document.xml')).toContain('Vård- och omsorgsnämnden')
}, 240_000)

it('programs that are built together run without the compiler, each from a file of its name', async () => {
  const folder = await newFolder()
  const names = ['document-worker', 'verify-child']
  await bundleTogether(['server/documents/document-worker.ts', 'server/signing/verify/verify-child.ts'], folder)
  expect(await readdir(folder)).toEqual(expect.arrayContaining(names.map(name => `${name}.mjs`)))
  const worker = new Worker(join(folder, 'document-worker.mjs'), { execArgv: [] })
  expect(await once(worker, 'message')).toEqual([{ ready: true }])
  await worker.terminate()
})
