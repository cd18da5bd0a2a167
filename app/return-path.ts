/**
 * The path of a `callbackUrl`, without its origin: sign-in never sends anybody to another site.
 * @param callbackUrl a path, or an absolute URL as next-auth writes it
 */
export function returnPath(callbackUrl: string | undefined): string {
  if (!callbackUrl) return '/'
  try {
    const { pathname, search, hash } = new URL(callbackUrl, 'http://here.invalid')
    // "//other.example" would be another host.
    return `${pathname.replace(/^\/+/, '/')}${search}${hash}`
  } catch {
    return '/'
  }
}
