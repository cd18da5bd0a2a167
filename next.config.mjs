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
    '@tiptap/y-tiptap',
    'postgres',
    'drizzle-orm',
    'pino',
  ],
  // `npm test` checks types once for all rooms.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
}

export default config
