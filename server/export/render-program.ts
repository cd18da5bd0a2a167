import { isBuilt, type Program, program } from '../process/program.ts'

/** From the project's folder. */
export const RENDER_SOURCE = 'server/export/render-child.ts'

/**
 * For Node, where the program is built: it starts in half the time then, and without the compiler it takes 60 MB less. What
 * a layout makes and drops at once fills V8's usual nursery some hundred times; with a larger one the large report
 * takes 2 s less.
 */
export const BUILT_OPTIONS = ['--max-semi-space-size=32']

const { file, options } = program(RENDER_SOURCE)

export const renderProgram: Program = { file, options: isBuilt ? BUILT_OPTIONS : options }
