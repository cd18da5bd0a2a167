import type { Migration } from './migration.ts'

/**
 * Every migration there is, in order. A version that only adds nodes, marks or attributes with defaults needs none.
 * Whoever raises `EDITOR_VERSION` for a rename or a removal adds a step here.
 */
export const MIGRATIONS: readonly Migration[] = []
