import { build } from 'esbuild'

/**
 * Writes a program of ours as JavaScript, `<name>.mjs` for `<name>.ts`, with what it imports of ours; packages stay
 * where they are. What it loads late stays in files of its own.
 * @throws BuildFailure of esbuild
 */
export async function bundle(source: string, folder: string): Promise<void> {
  await build({
    entryPoints: [source],
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    outExtension: { '.js': '.mjs' },
    logLevel: 'silent',
  })
}
