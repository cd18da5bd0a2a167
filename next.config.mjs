/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The custom server loads these too: a second copy of Yjs breaks its instanceof checks.
  serverExternalPackages: [
    'yjs',
    'y-protocols',
    'lib0',
    'y-websocket',
    'y-indexeddb',
    '@tiptap/y-tiptap',
    'postgres',
    'drizzle-orm',
    'pino',
  ],
  // `npm test` checks types once for all rooms.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Their folder's name bears their version.
  headers: async () => [
    { source: '/fonts/:file*', headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }] },
  ],
}

export default config
