// Imported before everything else: React and Next choose their build when they are first loaded.
Object.assign(process.env, { NODE_ENV: process.argv.includes('--dev') ? 'development' : 'production' })
