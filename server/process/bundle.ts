import { type BuildOptions, build } from 'esbuild'

/** They read files that lie beside them; and what reads fonts must be one and the same for all. */
const LEFT_IN_PLACE = ['pdfkit', 'fontkit']

const options: BuildOptions = {
  bundle: true,
  splitting: true,
  // All in one folder: program.ts looks for one beside another.
  entryNames: '[name]',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  outExtension: { '.js': '.mjs' },
  define: { SAMSKRIFT_BUILT: 'true' },
  minifySyntax: true,
  logLevel: 'silent',
}

/**
 * Writes a program of ours as JavaScript, `<name>.mjs` for `<name>.ts`, in one piece with the packages that it imports:
 * to find and read their hundreds of files takes longer than to make a short document. What it loads late stays in
 * files of its own.
 * @throws BuildFailure of esbuild
 */
export async function bundleWithPackages(source: string, folder: string): Promise<void> {
  await build({
    ...options,
    entryPoints: [source],
    outdir: folder,
    external: LEFT_IN_PLACE,
    // Packages that are CommonJS ask Node for its own modules by `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    define: { ...options.define, 'process.env.NODE_ENV': '"production"' },
  })
}

/**
 * Writes programs of ours as JavaScript, with what they share in files of its own. Their packages stay where they are:
 * the pages load the same.
 * @throws BuildFailure of esbuild
 */
export async function bundleTogether(sources: readonly string[], folder: string): Promise<void> {
  await build({ ...options, entryPoints: [...sources], outdir: folder, packages: 'external', sourcemap: true })
}
