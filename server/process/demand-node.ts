import { demandedNode, nodeProblem } from './node-version.ts'

// Imported first. It needs nothing, so that an older Node comes this far and not to what it cannot load.
const problem = nodeProblem(process.versions.node, demandedNode())
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}
