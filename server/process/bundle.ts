import { build } from 'esbuild'

/** They read files that lie beside them; and what reads fonts must be one and the same for all. */
const LEFT_IN_PLACE = ['pdfkit', 'fontkit']

/**
 * Writes a program of ours as JavaScript, `<name>.mjs` for `<name>.ts`, in one piece with the packages that it imports:
 * to find and read their hundreds of files takes longer than to make a short document. What it loads late stays in
 * files of its own.
 * @throws BuildFailure of esbuild
 */
export async function bundle(source: string, folder: string): Promise<void> {
  await build({
    entryPoints: [source],
    outdir: folder,
    bundle: true,
    splitting: true,
    external: LEFT_IN_PLACE,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    outExtension: { '.js': '.mjs' },
    // Packages that are CommonJS ask Node for its own modules by `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    minifySyntax: true,
    logLevel: 'silent',
  })
}
