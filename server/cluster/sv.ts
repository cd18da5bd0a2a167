export const text = {
  usage: 'Användning: npm run start:cluster -- --nodes 2 --port 3000',
  building: 'Bygger sidorna, det tar någon minut …',
  redisMissing:
    'Noderna behöver Redis för att dela rapporter. Installera redis-server (Debian: apt-get install redis-server) eller ange en Redis med REDIS_URL.',
  redisFailed: (said: string): string => `Redis kunde inte starta: ${said}`,
  nodeFailed: (port: number): string => `Noden på port ${port} kunde inte starta.`,
  nodeEnded: (port: number): string => `Noden på port ${port} har stoppat. De andra fortsätter.`,
}
