import { join } from 'node:path'
import { type ChildProgram, fromSource, projectFolder } from '../process/start-child.ts'

/** Where `npm start` puts the render process in one piece. */
export const builtRenderFolder = join(projectFolder, '.next/samskrift-render')

export const renderSource = join(projectFolder, 'server/export/render-child.ts')

/** As it is written: each start reads some three hundred files anew. */
export const renderFromSource = fromSource(new URL('./render-child.ts', import.meta.url))

/**
 * In one piece: it starts in half the time, and without the compiler it takes 60 MB less. What a layout makes and drops
 * at once fills V8's usual nursery some hundred times; with a larger one the large report takes 2 s less.
 */
export const renderFromBuild: ChildProgram = {
  file: join(builtRenderFolder, 'render-child.mjs'),
  options: ['--max-semi-space-size=32'],
}
