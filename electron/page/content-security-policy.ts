const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
]

/** What the page may load and run: its own files, and the styles that carry this load's nonce. */
export const contentSecurityPolicy = (nonce: string) =>
  [...directives, `style-src 'self' 'nonce-${nonce}'`].join('; ')
