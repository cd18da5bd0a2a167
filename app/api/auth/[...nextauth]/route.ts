import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#server/auth/auth-options.ts'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

// The options are read at each request: the secret is made when the server starts, after this module is built.
const handle = (request: NextRequest, context: Context): Promise<Response> => NextAuth(request, context, authOptions())

export { handle as GET, handle as POST }
