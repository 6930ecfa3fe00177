import { z } from 'zod'

// zod probes `new Function`, which the page's content security policy reports as a violation.
// This must run before the first schema is made, so every schema takes its `z` from here.
if ('document' in globalThis) z.config({ jitless: true })

export { z }
