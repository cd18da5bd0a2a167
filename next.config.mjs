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
    '@libpdf/core',
    'pkijs',
    'asn1js',
  ],
  // `npm test` checks types once for all rooms.
  typescript: { ignoreBuildErrors: true },
  // Makes the next build quicker, and this one a third slower: CI builds once.
  experimental: { turbopackFileSystemCacheForBuild: !process.env.CI },
  devIndicators: false,
  // What is sent to them would stand in the log of `npm run dev`: a PIN among it.
  logging: { serverFunctions: false },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'content-security-policy', value: "base-uri 'self'; object-src 'self'; frame-ancestors 'self'" },
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'same-origin' },
      ],
    },
    // Their folder's name bears their version.
    { source: '/fonts/:file*', headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }] },
  ],
}

export default config
